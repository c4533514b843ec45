import { fitsOf } from "../clouds";
import type { Rule } from "../problem";
import { clustersOf, type PlacedCluster, sharesOneName } from "../topology";
import { repeated } from "./repeated";

const clusterNamesAreUnique: Rule = (environment) =>
  repeated(clustersOf(environment), ({ name }) => name).map(([first, second]) => ({
    path: ["regions", second.region, "clusters", second.name],
    message: `region "${first.region}" has a cluster of this name too; expected names that are unique in the environment, such as "${second.region}-2"`,
  }));

const hostNamesAreKnown: Rule = (environment) =>
  fitsOf(environment).lateNames
    ? []
    : clustersOf(environment)
        .filter(({ hostName }) => hostName === undefined)
        .slice(0, 1)
        .map(({ name }) => ({
          path: ["domain"],
          message: `cluster "${name}" has no host name of its own; expected a domain, such as "api.example.com"`,
        }));

const hostNamesAreUnique: Rule = (environment) =>
  repeated(sharesOneName(environment) ? [] : clustersOf(environment), ({ hostName }) => hostName)
    .filter(
      ([first, second]) => first.name !== second.name && !(first.role === "edge" && second.role === "edge"),
    )
    .map(([first, second]) => ({
      path: ["regions", second.region, "clusters", second.name, "host"],
      message: `cluster "${first.name}" answers to ${first.hostName} too; expected a name of its own`,
    }));

const addressOf = (cluster: PlacedCluster): string | undefined =>
  "address" in cluster ? cluster.address : undefined;

const addressesAreUnique: Rule = (environment) =>
  repeated(clustersOf(environment), addressOf).map(([first, second]) => ({
    path: ["regions", second.region, "clusters", second.name, "address"],
    message: `cluster "${first.name}" is at ${addressOf(first)} too; expected an address of its own`,
  }));

/** What must hold between clusters. */
export const clusterRules: readonly Rule[] = [
  clusterNamesAreUnique,
  hostNamesAreKnown,
  hostNamesAreUnique,
  addressesAreUnique,
];
