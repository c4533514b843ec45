/** A Prometheus in a node's network, told what the workspace says, with the pods that Kubernetes really lists. */
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import type { ScrapeJob } from "../../../constructs/monitoring/scrape";
import { PrometheusApi, type Series, type Span } from "../../../dashboards/drawing/prometheus";
import type { Node } from "../../../lab/node/node";
import { eventually, run } from "../../../lab/run";
import type { Told } from "../../monitoring/proof/synthesized";

interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly containers: readonly {
      readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
    }[];
  };
  readonly status: { readonly phase: string; readonly podIP?: string };
}

/**
 * What Prometheus' discovery by pods would find, one target per declared port, by the names that it gives
 * (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod). Debian's Prometheus is built without it.
 */
async function discover(node: Node, namespace: string): Promise<readonly object[]> {
  const { items } = JSON.parse(await node.kubectl(["-n", namespace, "get", "pods", "-o", "json"])) as {
    items: readonly Pod[];
  };
  return items
    .filter(({ status }) => status.podIP !== undefined)
    .flatMap(({ metadata, spec, status }) =>
      spec.containers
        .flatMap(({ ports }) => ports ?? [])
        .map(({ name, containerPort }) => ({
          targets: [`${status.podIP}:${containerPort}`],
          labels: {
            __meta_kubernetes_namespace: metadata.namespace,
            __meta_kubernetes_pod_name: metadata.name,
            __meta_kubernetes_pod_phase: status.phase,
            __meta_kubernetes_pod_container_port_name: name ?? "",
            __meta_kubernetes_pod_container_port_number: String(containerPort),
            ...Object.fromEntries(
              Object.entries(metadata.labels ?? {}).map(([label, value]) => [
                `__meta_kubernetes_pod_label_${label.replace(/[^A-Za-z0-9_]/g, "_")}`,
                value,
              ]),
            ),
          },
        })),
    );
}

const PORT = 9390;

export interface ActiveTarget {
  readonly health: string;
  readonly lastError: string;
  readonly labels: Readonly<Record<string, string>>;
}

export class NodePrometheus extends PrometheusApi {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-lab-prometheus-"));
  private process: ChildProcess | undefined;

  constructor(private readonly node: Node) {
    super(`http://127.0.0.1:${PORT}`);
  }

  /** @param ca - PEM, in place of the mounted ConfigMap's */
  async start({ jobs, rules, externalLabels }: Told, ca: string): Promise<void> {
    const file = (name: string) => path.join(this.folder, name);
    const scrapes = await Promise.all(
      jobs.map(async ({ kubernetes_sd_configs, ...job }: ScrapeJob) => ({
        ...job,
        ...(job.tls_config ? { tls_config: { ...job.tls_config, ca_file: file("ca.crt") } } : {}),
        static_configs: await discover(this.node, kubernetes_sd_configs[0]?.namespaces.names[0] ?? ""),
      })),
    );
    const global = { scrape_interval: "1s", evaluation_interval: "1s", external_labels: externalLabels };
    const write = (name: string, content: unknown): void =>
      fs.writeFileSync(file(name), stringify(content, { aliasDuplicateObjects: false }));
    fs.writeFileSync(file("ca.crt"), ca);
    write("rules.yml", { groups: rules });
    write("prometheus.yml", { global, rule_files: ["rules.yml"], scrape_configs: scrapes });
    const [command, args] = this.node.inNetwork([
      "prometheus",
      `--config.file=${file("prometheus.yml")}`,
      `--storage.tsdb.path=${file("data")}`,
      `--web.listen-address=127.0.0.1:${PORT}`,
    ]);
    this.process = spawn(command, args, { stdio: "ignore" });
    await eventually("Prometheus answers", () => this.ask("/-/ready"));
  }

  private ask(target: string, ...args: readonly string[]): Promise<string> {
    const url = `http://127.0.0.1:${PORT}${target}`;
    return run(
      ...this.node.inNetwork(["curl", "--silent", "--show-error", "--max-time", "10", ...args, url]),
    );
  }

  /** Asks from inside the node's network. */
  override async range(query: string, { start, end }: Span): Promise<readonly Series[]> {
    const form = new URLSearchParams({ query, start: `${start}`, end: `${end}`, step: "1" });
    const answer = JSON.parse(await this.ask("/api/v1/query_range", "--data", form.toString())) as {
      readonly error?: string;
      readonly data?: {
        readonly result: readonly {
          readonly metric: Record<string, string>;
          readonly values: readonly (readonly [number, string])[];
        }[];
      };
    };
    if (!answer.data) throw new Error(`${query}: ${answer.error}`);
    return answer.data.result.map(({ metric, values }) => ({
      labels: metric,
      points: values
        .map(([time, value]) => [time, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    }));
  }

  /** What is scraped, after relabelling. */
  async targets(): Promise<readonly ActiveTarget[]> {
    const { data } = JSON.parse(await this.ask("/api/v1/targets")) as {
      data: { activeTargets: readonly ActiveTarget[] };
    };
    return data.activeTargets;
  }

  async stop(): Promise<void> {
    const { process } = this;
    if (process && process.exitCode === null) {
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.kill();
      await ended;
    }
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
