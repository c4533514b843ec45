/** Keys and certificates, really issued. */
import type { Values } from "../../rehearsal/emulator/values";
import { program } from "../programs";
import { run } from "../run";
import type { RealResource } from "./resource";

/** Issues one resource of the tls provider. @returns its computed attributes */
export async function issue(type: string, values: Values): Promise<Values> {
  const input = JSON.stringify({ type, values }, (_, value: unknown) =>
    value === null ? undefined : typeof value === "bigint" ? Number(value) : value,
  );
  return JSON.parse(await run(program("tls"), [], { input })) as Values;
}

const tls = (type: string): RealResource => ({
  apply: (config, prior) => (prior ? Promise.resolve({}) : issue(type, config)),
  exists: async () => true, // it lives in the state alone
  destroy: async () => undefined,
});

export const tlsResources: Readonly<Record<string, RealResource>> = Object.fromEntries(
  ["tls_private_key", "tls_self_signed_cert", "tls_cert_request", "tls_locally_signed_cert"].map((type) => [
    type,
    tls(type),
  ]),
);
