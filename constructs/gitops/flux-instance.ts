import { FLUX } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import { FLUX_VERSION } from "../kubernetes/charts";
import type { KubernetesObject } from "../kubernetes/object";

/** The Secret with the deploy key. */
export const DEPLOY_KEY = "git-deploy-key";

/** The one custom resource of the operator that is used here; its schema is the chart's own definition. */
export interface FluxInstance extends KubernetesObject {
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface FluxInstanceProps {
  readonly repository: Gitops["repository"];
  /** The cluster's folder in the repository. */
  readonly path: string;
  /** Whether Flux itself posts failures to a chat. */
  readonly alerts: boolean;
}

/**
 * Flux, and the folder that it follows (https://fluxoperator.dev/docs/crd/fluxinstance/). The operator makes the source and
 * the first Kustomization, once their definitions are there: nothing here waits for them.
 */
export const fluxInstance = ({ repository, path, alerts }: FluxInstanceProps): FluxInstance => ({
  apiVersion: "fluxcd.controlplane.io/v1",
  kind: "FluxInstance",
  metadata: {
    name: "flux",
    namespace: FLUX,
    annotations: { "fluxcd.controlplane.io/reconcileTimeout": "5m" },
  },
  spec: {
    distribution: { version: FLUX_VERSION, registry: "ghcr.io/fluxcd" },
    components: ["source-controller", "kustomize-controller", ...(alerts ? ["notification-controller"] : [])],
    cluster: { type: "kubernetes", size: "small", multitenant: false, networkPolicy: true },
    sync: {
      kind: "GitRepository",
      url: repository.url,
      ref: `refs/heads/${repository.branch}`,
      path,
      interval: `${repository.intervalSeconds}s`,
      ...(repository.access === "deploy-key" ? { pullSecret: DEPLOY_KEY } : {}),
    },
    kustomize: { patches: PATCHES },
  },
});

const patch = (kind: string, name: string, operations: readonly object[]) => ({
  target: { kind, name },
  patch: JSON.stringify(operations),
});

const argument = (value: string) => ({
  op: "add",
  path: "/spec/template/spec/containers/0/args/-",
  value,
});

const PATCHES = [
  patch("Deployment", "kustomize-controller", [
    // A value that Terraform does not tell is an error, not an empty text.
    argument("--feature-gates=StrictPostBuildSubstitutions=true"),
    // What a release said of an object ends when the object changes hands: else its variables would stay beside the
    // repository's, and win. Terraform's Helm provider signs by the name of its file, which begins so.
    argument("--override-manager=terraform-provider-helm"),
  ]),
  // The first Kustomization is healthy once the workloads' are: one look tells of the whole cluster.
  patch("Kustomization", FLUX, [
    { op: "add", path: "/spec/wait", value: true },
    { op: "add", path: "/spec/timeout", value: "10m" },
    { op: "add", path: "/spec/retryInterval", value: "1m" },
  ]),
];
