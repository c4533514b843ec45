import { exitOf } from "../aws/networks";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { text, type WorldObject } from "../world/object";
import { blocksAt } from "./groups";

const TOPOLOGY = "https://kops.sigs.k8s.io/topology/";
const SHARED = "https://kops.sigs.k8s.io/run_in_existing_vpc/";

/** A cluster's subnets are what it takes them for, in one VPC, and marked as its own. */
export function networkFindings(estate: Estate): Judged[] {
  return estate
    .ofType("kops_cluster")
    .flatMap((cluster) =>
      blocksAt(cluster.values, "networking.subnet").flatMap((subnet) =>
        estate.withId(text(subnet, "id")).flatMap((made) => subnetFindings(cluster, subnet, made, estate)),
      ),
    );
}

function subnetFindings(
  cluster: WorldObject,
  subnet: WorldObject["values"],
  made: WorldObject,
  estate: Estate,
): Judged[] {
  const [name, type] = [text(subnet, "name"), text(subnet, "type")];
  const wanted = type === "Private" ? "nat" : "internet";
  const zone = text(made.values, "availability_zone");
  const tags = (made.values["tags"] ?? {}) as Record<string, unknown>;
  const tag = `kubernetes.io/cluster/${text(cluster.values, "name")}`;
  return [
    ...(exitOf(made, estate) === wanted
      ? []
      : [found(cluster, `subnet '${name}' is ${type}, but ${made.address} leads out another way`, TOPOLOGY)]),
    ...(text(made.values, "vpc_id") === text(cluster.values, "networking.network_id")
      ? []
      : [found(cluster, `subnet '${name}': ${made.address} is in another VPC`, SHARED)]),
    ...(zone === text(subnet, "zone")
      ? []
      : [
          found(
            cluster,
            `subnet '${name}': ${made.address} is in ${zone}, not ${text(subnet, "zone")}`,
            SHARED,
          ),
        ]),
    ...(tags[tag] === undefined
      ? [found(made, `lacks the tag ${tag}, by which the cluster's balancers find it`, SHARED)]
      : []),
  ];
}
