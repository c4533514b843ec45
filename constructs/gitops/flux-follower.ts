import { workloadFileOf } from "../../config/composed-names";
import { fluxAlerts } from "./flux-alerts";
import { fluxKustomization } from "./flux-kustomization";
import type { Follower } from "./follower";
import { filesOf, generated } from "./generated";
import { fileOf, listing } from "./kustomization";
import { clusterValue, fluxYaml } from "./substitution";

/**
 * Flux in every cluster: it follows the cluster's folder, in which a Flux Kustomization leads to each workload, and puts
 * the values in that only Terraform knows.
 */
export const FLUX_FOLLOWER: Follower = {
  write: fluxYaml,
  host: () => clusterValue("host"),
  registry: () => clusterValue("registry"),
  prepared: (object) => object,
  instructions: ({ gitops }, folders, delivered) =>
    Object.assign(
      {},
      ...delivered.map(({ cluster, workloads }) => {
        const folder = folders.of(cluster);
        const alerts = gitops?.alerts;
        const announcements =
          alerts === undefined || alerts.kind === "none" ? [] : fluxAlerts(cluster.name, alerts);
        const names = workloads.map(({ workload }) => workload.name);
        return {
          [`${folder}/kustomization.yaml`]: generated(
            FLUX_FOLLOWER,
            listing([...names.map(workloadFileOf), ...announcements.map(fileOf)]),
          ),
          ...filesOf(FLUX_FOLLOWER, folder, announcements),
          ...Object.fromEntries(
            workloads.map(({ workload }) => [
              `${folder}/${workloadFileOf(workload.name)}`,
              generated(FLUX_FOLLOWER, fluxKustomization(workload, `./${folder}/${workload.name}`)),
            ]),
          ),
        };
      }),
    ),
};
