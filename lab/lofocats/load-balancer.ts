/**
 * `load-balancer.ts ADDRESS PORT`: a load balancer by the path map of an Ingress, as Google's controller makes it; the Ingress and the
 * addresses of its Services come on standard input. Run in the network of a node, which reaches Services.
 */
import http from "node:http";
import { text } from "node:stream/consumers";

interface Backend {
  readonly service: { readonly name: string; readonly port: { readonly number: number } };
}

/** The parts of an Ingress that it reads. */
export interface Ingress {
  readonly spec: {
    readonly rules: readonly {
      readonly host: string;
      readonly http: { readonly paths: readonly { readonly path: string; readonly backend: Backend }[] };
    }[];
  };
}

/** What it is told. */
export interface Told {
  readonly ingress: Ingress;
  /** Of Services, by their names. */
  readonly addresses: Readonly<Record<string, string>>;
}

/**
 * The patterns of Google's path map that a prefix stands for, and where they lead; the longest that a path fits wins, and is compared
 * byte for byte (https://cloud.google.com/kubernetes-engine/docs/concepts/ingress#path-types,
 * https://cloud.google.com/load-balancing/docs/url-map-concepts#path-matchers).
 */
const pathMap = ({ spec }: Ingress, host: string): readonly (readonly [string, Backend])[] =>
  spec.rules
    .filter((rule) => rule.host === host)
    .flatMap((rule) => rule.http.paths)
    .flatMap(({ path, backend }) =>
      (path === "/" ? ["/*"] : [path, `${path}/*`]).map((pattern) => [pattern, backend] as const),
    )
    .sort(([one], [other]) => other.length - one.length);

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** The service that a request goes to; none where no rule has its name or path. */
export const backendFor = (ingress: Ingress, host: string, path: string): Backend | undefined =>
  pathMap(ingress, host).find(([pattern]) => fits(pattern, path))?.[1];

async function main([address, port]: readonly string[]): Promise<void> {
  const { ingress, addresses } = JSON.parse(await text(process.stdin)) as Told;
  http
    .createServer((request, response) => {
      const { url = "/", headers, method } = request;
      const host = (headers.host ?? "").split(":")[0] as string;
      const backend = backendFor(ingress, host, url.split("?")[0] as string);
      const target = backend && addresses[backend.service.name];
      if (backend === undefined || target === undefined) {
        response.writeHead(404).end("no backend\n");
        return;
      }
      const on = {
        host: target,
        port: backend.service.port.number,
        path: url,
        method,
        headers,
        agent: false,
      };
      const onward = http.request(on as http.RequestOptions, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on("error", (error) => {
        if (response.headersSent) response.destroy();
        else response.writeHead(502).end(`${error.message}\n`);
      });
      request.pipe(onward);
    })
    .listen(Number(port), address, () => process.stdout.write("listening\n"));
}

if (require.main === module) void main(process.argv.slice(2));
