import { K3S_ADDRESSES } from "../../k3s";
import type { Rule } from "../../problem";
import { networksLeaveAlone } from "../kubernetes-networks";
import { regionalStorageRules } from "./regional-storage";

/** Every cluster gets a sixteenth of its region's network. */
const MOST_CLUSTERS = 16;

const networksLeaveKubernetesAlone = networksLeaveAlone("K3s'", K3S_ADDRESSES, "10.10.0.0/16");

const networksHoldTheirClusters: Rule = ({ regions }) =>
  Object.entries(regions)
    .filter(
      ([, { network, clusters }]) => network !== undefined && Object.keys(clusters).length > MOST_CLUSTERS,
    )
    .map(([region, { clusters }]) => ({
      path: ["regions", region, "clusters"],
      message: `${Object.keys(clusters).length} clusters; expected at most ${MOST_CLUSTERS}, since each gets a sixteenth of the region's network`,
    }));

/** A network tells the private address of `x` under the name that the public one of `x-private` would have. */
const addressesHaveNames: Rule = ({ regions }) =>
  Object.entries(regions).flatMap(([region, { clusters }]) =>
    Object.keys(clusters)
      .filter((name) => `${name}-private` in clusters)
      .map((name) => ({
        path: ["regions", region, "clusters", `${name}-private`],
        message: `"${name}-private-address" is what the network calls the private address of cluster "${name}"; expected a name that does not end in "-private"`,
      })),
  );

const onlyCloudflareIsAdmitted: Rule = ({ dns, balancer }) =>
  // Routing by country has a stronger reason of its own to ask for Cloudflare.
  dns.kind !== "cloudflare" && !(balancer.kind === "traefik" && balancer.routing.kind === "geo")
    ? [
        {
          path: ["dns", "kind"],
          message:
            'infrastructure "azure" admits nobody to the load balancer but Cloudflare; expected dns { "kind": "cloudflare", "zoneId": "0123456789abcdef0123456789abcdef" }',
        },
      ]
    : [];

/** What must hold between the keys of an environment on Azure. */
export const rules: readonly Rule[] = [
  networksLeaveKubernetesAlone,
  networksHoldTheirClusters,
  addressesHaveNames,
  onlyCloudflareIsAdmitted,
  ...regionalStorageRules,
];
