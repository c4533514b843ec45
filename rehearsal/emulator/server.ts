import path from "node:path";
import {
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type sendUnaryData,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { EmulatedProvider } from "./provider";

const definition = loadSync(path.join(__dirname, "provider.proto"), {
  keepCase: true,
  enums: String,
  defaults: false,
});
const { tfplugin6 } = loadPackageDefinition(definition) as unknown as {
  tfplugin6: { Provider: { service: ServiceDefinition } };
};
const service = tfplugin6.Provider.service;

/** How Terraform finds a provider that runs already, in `TF_REATTACH_PROVIDERS`. */
export interface Reattach {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: 6;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: { readonly Network: "tcp"; readonly String: string };
}

/** Serves one provider on a loopback port. */
export async function serve(
  make: () => EmulatedProvider,
): Promise<{ reattach: Reattach; close: () => void }> {
  const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
  const server = new Server(unlimited);
  server.addService(service, handlers(make));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const address = { Network: "tcp", String: `127.0.0.1:${port}` } as const;
  return {
    reattach: { Protocol: "grpc", ProtocolVersion: 6, Pid: process.pid, Test: true, Addr: address },
    close: () => server.forceShutdown(),
  };
}

type Handler = (request: object) => object | Promise<object>;

/**
 * Terraform connects once for each configuration of a provider (each alias, each workspace), so every connection talks
 * to a provider of its own, which keeps that configuration.
 */
function handlers(make: () => EmulatedProvider) {
  const providers = new Map<string, EmulatedProvider>();
  const providerOf = (peer: string): EmulatedProvider => {
    const known = providers.get(peer) ?? make();
    providers.set(peer, known);
    return known;
  };
  return Object.fromEntries(
    Object.keys(service).map((name) => [
      name,
      (call: ServerUnaryCall<object, object>, done: sendUnaryData<object>) => {
        const provider = providerOf(call.getPeer());
        const answer = (provider as unknown as Record<string, Handler>)[name] as Handler;
        Promise.resolve()
          .then(() => answer.call(provider, call.request))
          .then((response) => done(null, response))
          .catch((error: Error) => done(null, { diagnostics: [failure(provider, name, error)] }));
      },
    ]),
  );
}

/** An error of the emulator itself must not look like one of the configuration. */
export const EMULATOR_FAILED = "the emulator itself failed; this is not a fault of the configuration";

function failure(provider: EmulatedProvider, call: string, error: Error): object {
  const detail = `${call} of ${provider.name} in ${provider.workspace}: ${error.stack ?? error.message}`;
  return {
    severity: "ERROR",
    summary: EMULATOR_FAILED,
    detail,
  };
}
