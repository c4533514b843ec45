import http from "node:http";
import type { AddressInfo } from "node:net";

type Role = "primary" | "canary";

/**
 * What Flagger sees of the gateway and of the load tester, with the requests only counted: Envoy's own names and labels, by
 * the weights of the route, as soon as load was asked for.
 */
export class Gateway {
  /** What the version on trial answers with. */
  status = 200;
  /** Whether the load tester sends what it is asked for. */
  sends = true;
  /** What a person says at the gates, by path. */
  readonly open = new Set<string>();
  /** Everything that Flagger asked. */
  readonly asked: string[] = [];

  private readonly counts = new Map<string, number>();
  private loadUntil = 0;
  private readonly server = http.createServer((request, response) => {
    if (request.url === "/stats/prometheus") {
      response.end(this.metrics());
      return;
    }
    const path = request.url ?? "/";
    this.asked.push(path);
    if (path === "/") this.loadUntil = Date.now() + 20_000;
    response.statusCode = path === "/" || this.open.has(path) ? 200 : 403;
    response.end();
  });

  /** @param weights - of the route, at this moment */
  constructor(private readonly weights: () => Readonly<Record<Role, number>> | undefined) {}

  listen(): Promise<number> {
    const timer = setInterval(() => this.second(), 100);
    this.server.on("close", () => clearInterval(timer));
    return new Promise((resolve) => {
      this.server.listen(0, "127.0.0.1", () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** A tenth of a second of load: ten requests, by weight. */
  private second(): void {
    const weights = this.weights();
    if (!this.sends || Date.now() > this.loadUntil || weights === undefined) return;
    this.count("primary", weights.primary / 10, 200);
    this.count("canary", weights.canary / 10, this.status);
  }

  private count(role: Role, requests: number, status: number): void {
    if (requests === 0) return;
    const cluster = `envoy_cluster_name="api_api-${role}_80"`;
    this.add(`envoy_cluster_upstream_rq{${cluster},envoy_response_code="${status}"}`, requests);
    for (const bound of ["50", "500", "+Inf"]) {
      this.add(`envoy_cluster_upstream_rq_time_bucket{${cluster},le="${bound}"}`, requests);
    }
  }

  private add(series: string, requests: number): void {
    this.counts.set(series, (this.counts.get(series) ?? 0) + requests);
  }

  private metrics = (): string => [...this.counts].map(([series, count]) => `${series} ${count}\n`).join("");
}
