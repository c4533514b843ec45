import fs from "node:fs";
import https from "node:https";
import path from "node:path";
import { stringify } from "yaml";
import type { ScrapeJob } from "../../../constructs/monitoring/scrape";
import { isAlert } from "../../../dashboards/rules/rule";
import type { Processes } from "./processes";
import type { Told } from "./synthesized";

/** Where a job's pod really listens, instead of what Kubernetes would tell. */
export interface Target {
  readonly job: string;
  readonly address: string;
  /** What Kubernetes would tell of the pod, by the names that relabelling reads. */
  readonly discovered: Readonly<Record<string, string>>;
  readonly ca: string;
}

export interface Hub {
  readonly url: string;
  readonly ca: string;
  readonly passwordFile: string;
}

/** A minute of the deployed configuration is a second here: of waiting only; windows of rates stay as they are. */
const asSeconds = (duration: string): string => duration.replace(/m$/, "s").replace(/h$/, "m");

/** A discovered target in place of the discovery; everything else of the job is as synthesized. */
const replaced = (job: ScrapeJob, { address, discovered, ca }: Target): object => {
  const { kubernetes_sd_configs: _, ...rest } = job;
  return {
    ...rest,
    ...(job.tls_config ? { tls_config: { ...job.tls_config, ca_file: ca } } : {}),
    static_configs: [{ targets: [address], labels: discovered }],
  };
};

/** Starts a cluster's Prometheus with what it is told: addresses are replaced, and waiting is shortened. */
export function startPrometheus(
  processes: Processes,
  folder: string,
  port: number,
  { jobs, rules, externalLabels, queue, username }: Told,
  targets: readonly Target[],
  hub: Hub,
): void {
  fs.mkdirSync(folder);
  const config = {
    global: { scrape_interval: "1s", evaluation_interval: "1s", external_labels: externalLabels },
    rule_files: ["rules.yml"],
    scrape_configs: targets.flatMap((target) =>
      jobs.filter(({ job_name }) => job_name === target.job).map((job) => replaced(job, target)),
    ),
    remote_write: [
      {
        url: hub.url,
        tls_config: { ca_file: hub.ca, server_name: "hub" },
        basic_auth: { username, password_file: hub.passwordFile },
        queue_config: {
          min_shards: queue["minShards"],
          max_shards: queue["maxShards"],
          capacity: queue["capacity"],
          max_samples_per_send: queue["maxSamplesPerSend"],
          batch_send_deadline: "1s",
          max_backoff: queue["maxBackoff"],
        },
      },
    ],
  };
  const groups = rules.map((group) => ({
    ...group,
    rules: group.rules.map((rule) =>
      isAlert(rule) && rule.for ? { ...rule, for: asSeconds(rule.for) } : rule,
    ),
  }));
  write(folder, "prometheus.yml", config);
  write(folder, "rules.yml", { groups });
  processes.start("prometheus", serverFlags(folder, port));
}

/** bcrypt of PASSWORD. */
const PASSWORD_HASH = "$2b$04$HB/9bk4NhuI68WRvVISob.9CRfjRp0BuZgVZswA4c7ck1jQYJ8lUC";
export const PASSWORD = "only-for-this-test";

/** Starts the hub that takes samples over TLS, and from those alone who know the password. */
export function startHub(
  processes: Processes,
  folder: string,
  port: number,
  username: string,
  { cert, key }: { readonly cert: string; readonly key: string },
): void {
  fs.mkdirSync(folder);
  write(folder, "prometheus.yml", {});
  write(folder, "web.yml", {
    tls_server_config: { cert_file: cert, key_file: key },
    basic_auth_users: { [username]: PASSWORD_HASH },
  });
  processes.start("prometheus", [
    ...serverFlags(folder, port),
    "--web.enable-remote-write-receiver",
    `--web.config.file=${path.join(folder, "web.yml")}`,
  ]);
}

const write = (folder: string, name: string, content: unknown): void =>
  fs.writeFileSync(path.join(folder, name), stringify(content, { aliasDuplicateObjects: false }));

const serverFlags = (folder: string, port: number): string[] => [
  `--config.file=${path.join(folder, "prometheus.yml")}`,
  `--storage.tsdb.path=${path.join(folder, "data")}`,
  `--web.listen-address=127.0.0.1:${port}`,
];

/** GET over verified HTTPS. */
export function get(
  url: string,
  options: https.RequestOptions,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const request = https.get(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    request.on("error", reject);
  });
}
