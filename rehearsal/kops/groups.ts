import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, isObject, type Json, text, texts, type WorldObject } from "../world/object";

const CHECKS = "https://github.com/kubernetes/kops/blob/v1.36.2/pkg/apis/kops/validation/instancegroup.go";
const ETCD = "https://etcd.io/docs/v3.6/faq/#why-an-odd-number-of-cluster-members";
const UPDATER =
  "https://github.com/terraform-kops/terraform-provider-kops/blob/v1.36.2/docs/resources/cluster_updater.md";

/** The groups of a cluster fit its description, and its updater notices every change of them. */
export function groupFindings(estate: Estate): Judged[] {
  return estate.ofType("kops_cluster").flatMap((cluster) => {
    const name = text(cluster.values, "name");
    const groups = estate
      .ofType("kops_instance_group")
      .filter(({ values }) => text(values, "cluster_name") === name);
    const updaters = estate
      .ofType("kops_cluster_updater")
      .filter(({ values }) => text(values, "cluster_name") === name);
    return [
      ...etcdFindings(cluster, groups),
      ...groups.flatMap((group) => subnetFindings(group, cluster)),
      ...(updaters.length === 0
        ? [found(cluster, "nothing makes it: no kops_cluster_updater is for it", UPDATER)]
        : updaters.flatMap((updater) => updaterFindings(updater, [cluster, ...groups], estate))),
    ];
  });
}

/** Every machine of the control plane is a member of every etcd, of which there is an odd number. */
function etcdFindings(cluster: WorldObject, groups: readonly WorldObject[]): Judged[] {
  const control = groups.filter(({ values }) => text(values, "role") === "ControlPlane");
  const names = control.map(({ values }) => text(values, "name"));
  return blocksAt(cluster.values, "etcd_cluster").flatMap((etcd) => {
    const members = texts(etcd, "member.instance_group");
    const which = text(etcd, "name");
    return [
      ...members
        .filter((member) => !names.includes(member))
        .map((member) =>
          found(
            cluster,
            `etcd ${which}: member of '${member}', which is no group of the control plane`,
            CHECKS,
          ),
        ),
      ...control
        .filter(({ values }) => !members.includes(text(values, "name")))
        .map((group) => found(group, `has no member of etcd ${which}`, CHECKS)),
      ...(members.length % 2 === 0
        ? [
            found(
              cluster,
              `etcd ${which}: ${members.length} members have no majority when half is lost`,
              ETCD,
            ),
          ]
        : []),
    ];
  });
}

function subnetFindings(group: WorldObject, cluster: WorldObject): Judged[] {
  const known = texts(cluster.values, "networking.subnet.name");
  return texts(group.values, "subnets")
    .filter((subnet) => !known.includes(subnet))
    .map((subnet) =>
      found(group, `subnets: '${subnet}' is no subnet of the cluster; there are ${known.join(", ")}`, CHECKS),
    );
}

/** A change that no updater watches is stored and never rolled out. */
function updaterFindings(updater: WorldObject, watched: readonly WorldObject[], estate: Estate): Judged[] {
  return watched
    .filter((object) => !estate.isBefore(object, updater))
    .map((object) =>
      found(
        updater,
        `keepers: nothing of ${object.address} is among them, so no change of it is made`,
        UPDATER,
      ),
    );
}

/** The blocks of a kind. */
export const blocksAt = (value: Json, path: string) => at(value, path).filter(isObject);
