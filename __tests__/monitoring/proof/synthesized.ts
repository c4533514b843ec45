import { parse, parseAllDocuments } from "yaml";
import type { ScrapeJob } from "../../../constructs/monitoring/scrape";
import type { RuleGroup } from "../../../dashboards/rules";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../../support/synth";

/** What a cluster's Prometheus is told, as its workspace says it. */
export interface Told {
  readonly jobs: readonly ScrapeJob[];
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly rules: readonly RuleGroup[];
  readonly queue: Readonly<Record<string, unknown>>;
  readonly username: string;
}

/** Undoes the protection from Terraform's interpolation, as Terraform does. */
const evaluated = (text: string): string => text.replace(/([$%])\1\{/g, "$1{");

const values = (workspace: Workspace | undefined, release: string): string => {
  const found = resourcesOf(workspace, "helm_release").find(({ name }) => name === release);
  return evaluated((found?.["values"] as string[] | undefined)?.[0] ?? "");
};

interface ChartValues {
  readonly prometheus: {
    readonly prometheusSpec: {
      readonly additionalScrapeConfigs: readonly ScrapeJob[];
      readonly externalLabels: Record<string, string>;
      readonly remoteWrite: readonly { readonly queueConfig: Record<string, unknown> }[];
    };
  };
}

/** Synthesizes the environment `local`, with a hub, and reads what the clusters' Prometheus are told. */
export function told(clusters: readonly string[]): readonly Told[] {
  const username = "123456";
  const { workspaces } = synthesizeToMemory([
    environment("local", (input) => {
      input.monitoring = {
        remoteWrite: {
          url: "https://hub.example.com/api/v1/write",
          authentication: { kind: "basic", username },
        },
      };
    }),
  ]);
  return clusters.map((cluster) => {
    const workspace = workspaces[`local-monitoring-${cluster}`];
    const { prometheusSpec } = (parse(values(workspace, "monitoring")) as ChartValues).prometheus;
    const { manifests } = parse(values(workspace, "monitoring-rules")) as { manifests: string };
    const [rule] = parseAllDocuments(manifests).map(
      (document) => document.toJS() as { spec: { groups: readonly RuleGroup[] } },
    );
    return {
      jobs: prometheusSpec.additionalScrapeConfigs,
      externalLabels: prometheusSpec.externalLabels,
      rules: rule?.spec.groups ?? [],
      queue: prometheusSpec.remoteWrite[0]?.queueConfig ?? {},
      username,
    };
  });
}
