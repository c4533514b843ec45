import type { IKustomization } from "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization";
import { FLUX, followerOf } from "../../config/composed-names";
import type { Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import { CLUSTER_VALUES_MAP } from "./substitution";

/**
 * Makes Flux keep a workload as a folder of the repository says. What disappears from the folder is removed from the
 * cluster; the workload itself stays when this object goes, since another delivery takes it over then. Its namespace
 * is Terraform's: removing it removes everything in it.
 */
export const fluxKustomization = (
  workload: Pick<Workload, "name">,
  path: string,
): IKustomization & KubernetesObject => ({
  apiVersion: "kustomize.toolkit.fluxcd.io/v1",
  kind: "Kustomization",
  metadata: { name: followerOf(workload.name), namespace: FLUX },
  spec: {
    interval: "10m",
    retryInterval: "1m",
    timeout: "5m",
    sourceRef: { kind: "GitRepository", name: FLUX },
    path,
    prune: true,
    wait: true,
    deletionPolicy: "Orphan",
    postBuild: { substituteFrom: [{ kind: "ConfigMap", name: CLUSTER_VALUES_MAP }] },
  },
});
