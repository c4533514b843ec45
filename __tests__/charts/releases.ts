import { parse } from "yaml";
import { CHARTS } from "../../constructs/kubernetes/charts";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import { byArgoCd, consoles } from "../support/delivery";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../support/synth";
import type { Values } from "./helm-merge";

/** A release of a third-party chart, as a workspace asks for it. */
export interface ChartRelease {
  readonly workspace: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly values: Values;
}

/** The shipped environments, with every option switched on that gives charts other values. */
const VARIANTS = [
  [
    environment("local", (input) => {
      input.databases = {
        shop: {
          kind: "in-cluster",
          engine: "postgres",
          version: "18",
          backups: {
            destination: "s3://backups/shop",
            accessKeyId: "backup_access_key_id",
            secretAccessKey: "backup_secret_access_key",
          },
          usedBy: { api: { application: ["api"] } },
        },
      };
    }),
  ],
  [environment("local")],
  [environment("azure")],
  [environment("aws")],
  [
    environment("kops", (input) => {
      input.domain = "example.com";
      input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
    }),
  ],
  [
    environment("vultr", (input) => {
      input.monitoring = { ...input.monitoring, hub: { cluster: "tooling" }, logs: { retention: "2w" } };
    }),
  ],
  [
    environment("azure", (input) => {
      input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
      input.monitoring = {
        storageClass: "managed-csi",
        alerts: { kind: "webhook" },
        deadMansSwitch: {},
        remoteWrite: {
          url: "https://prometheus.example.com/api/prom/push",
          authentication: { kind: "basic", username: "123456" },
        },
      };
    }),
  ],
  [
    byArgoCd((input) => {
      input.monitoring = {
        ...input.monitoring,
        hub: { cluster: "tooling" },
        logs: { bucket: { name: "meridian-logs", endpoint: "https://ewr1.vultrobjects.com" } },
      };
      input.consoles = consoles;
    }),
  ],
  [byArgoCd()],
  [
    byArgoCd((input) => {
      input.gitops = {
        repository: {
          access: "deploy-key",
          url: "ssh://git@github.com/example-org/meridian.git",
          knownHosts:
            "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        },
        alerts: { kind: "slack", channel: "releases" },
        argocd: { highAvailability: true },
      };
    }),
  ],
];

/** What only an apply knows stands in the text as an expression: alone, or in a text. */
const LATE = /\$\{jsonencode\((?:"([^"]*)"|data\.[^)]*)\)\}/g;
const late = (_: string, text = "late"): string => JSON.stringify(text.replace(/\$\{data\.[^}]*\}/g, "late"));

const workspaces = VARIANTS.flatMap((variant) => Object.entries(synthesizeToMemory(variant).workspaces));

/** Every release of a third-party chart, each set of values once. */
export function chartReleases(): readonly ChartRelease[] {
  const all = workspaces.flatMap(([workspace, content]) =>
    resourcesOf(content, "helm_release").flatMap((release) => {
      const { chart, repository, version, name, values } = release as Record<string, string>;
      if (repository === undefined) return []; // the platform's own chart
      const namespace = namespaceOf(release, content);
      const text = String(values?.[0]).replaceAll(LATE, late).replaceAll("$${", "${");
      return [{ workspace, name, namespace, chart, version, values: parse(text) } as ChartRelease];
    }),
  );
  return [
    ...new Map(all.map((release) => [JSON.stringify([release.name, release.values]), release])).values(),
  ];
}

/** By its name, where a workspace refers to a namespace of its own. */
function namespaceOf(release: Record<string, unknown>, workspace: Workspace): string {
  const resource = /^\$\{kubernetes_namespace_v1\.(\w+)\./.exec(release["namespace"] as string)?.[1];
  if (resource === undefined) return release["namespace"] as string;
  const made = workspace.resource?.["kubernetes_namespace_v1"]?.[resource] as { metadata: { name: string } };
  return made.metadata.name;
}

/** The namespaces that workspaces make, with the labels that say what pods they admit. */
export const namespaces = (): readonly KubernetesObject[] => [
  ...new Map(
    workspaces
      .flatMap(([, content]) => resourcesOf(content, "kubernetes_namespace_v1"))
      .map(({ metadata }) => {
        const { name, labels } = metadata as { name: string; labels: Record<string, string> };
        return [name, { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } }];
      }),
  ).values(),
];

export const PINNED: readonly { readonly name: string; readonly version: string }[] = Object.values(CHARTS);
