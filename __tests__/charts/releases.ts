import { parse } from "yaml";
import { CHARTS } from "../../constructs/kubernetes/charts";
import { environment, resourcesOf, synthesizeToMemory } from "../support/synth";
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
  [environment("local")],
  [environment("azure")],
  [environment("aws")],
  [
    environment("azure", (input) => {
      input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
      input.monitoring = {
        storageClass: "managed-csi",
        alerts: { kind: "webhook" },
        remoteWrite: {
          url: "https://prometheus.example.com/api/prom/push",
          authentication: { kind: "basic", username: "123456" },
        },
      };
    }),
  ],
];

/** What only an apply knows stands in the text as an expression. */
const LATE = /\$\{jsonencode\("\$\{data\.[^}]*\}([^"]*)"\)\}/g;

/** Every release of a third-party chart, each set of values once. */
export function chartReleases(): readonly ChartRelease[] {
  const all = VARIANTS.flatMap((variant) =>
    Object.entries(synthesizeToMemory(variant).workspaces).flatMap(([workspace, content]) =>
      resourcesOf(content, "helm_release").flatMap((release) => {
        const { chart, repository, version, name, namespace, values } = release as Record<string, string>;
        if (repository === undefined) return []; // the platform's own chart
        const text = String(values?.[0]).replaceAll(LATE, '"late$1"').replaceAll("$${", "${");
        return [{ workspace, name, namespace, chart, version, values: parse(text) } as ChartRelease];
      }),
    ),
  );
  return [
    ...new Map(all.map((release) => [JSON.stringify([release.name, release.values]), release])).values(),
  ];
}

export const PINNED: readonly { readonly name: string; readonly version: string }[] = Object.values(CHARTS);
