import { isDeepStrictEqual } from "node:util";
import type { Gitops } from "../../config/schema/environment";
import type { Delivered, DeliveredWorkload, Follower } from "../gitops/follower";
import { filesOf, generated } from "../gitops/generated";
import { fileOf, listing } from "../gitops/kustomization";
import { yamlText } from "../kubernetes/yaml-text";
import { applicationSet } from "./application-set";
import { hostPatches, LATE_HOST } from "./late-host";
import { inWave } from "./waves";

/** The folder with the list of workloads, which Argo CD follows; no cluster can be called so. */
export const APPLICATIONS_FOLDER = "_applications";

/**
 * Argo CD in one cluster: it follows a list with an ApplicationSet for every workload, and these lead to the folders of the
 * workloads in the clusters' folders. What only Terraform knows of a cluster, its name, comes from the cluster's Secret.
 */
export const ARGOCD_FOLLOWER: Follower = {
  write: (object) => yamlText(object),
  host: ({ hostName }) => hostName ?? LATE_HOST,
  registry: (known) => known ?? "registry.invalid", // no image comes from there: the configuration would be refused
  prepared: inWave,
  instructions: (environment, { root }, delivered) => {
    const { name, gitops } = environment;
    const { repository } = gitops as Gitops;
    const workloads = [
      ...new Set(delivered.flatMap((each) => each.workloads.map(({ workload }) => workload.name))),
    ];
    const sets = workloads.map((workload) => {
      const [first, ...others] = running(workload, delivered);
      const { workload: settings, objects } = first as DeliveredWorkload;
      const patches = hostPatches(objects);
      if (others.some((other) => !isDeepStrictEqual(hostPatches(other.objects), patches))) {
        throw new Error(`${workload}: the clusters have their late names in different places`);
      }
      return applicationSet({ environment: name, workload: settings, repository, patches });
    });
    const folder = `${root}/${APPLICATIONS_FOLDER}`;
    return {
      [`${folder}/kustomization.yaml`]: generated(ARGOCD_FOLLOWER, listing(sets.map(fileOf))),
      ...filesOf(ARGOCD_FOLLOWER, folder, sets),
    };
  },
};

/** A workload in each of its clusters. */
const running = (name: string, delivered: readonly Delivered[]): readonly DeliveredWorkload[] =>
  delivered.flatMap(({ workloads }) => workloads.filter(({ workload }) => workload.name === name));
