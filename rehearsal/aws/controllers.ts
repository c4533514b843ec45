import { valuesOf } from "../kubernetes/charts";
import { type Cluster, clustersOf, find, ofKind } from "../kubernetes/cluster";
import { containersOf } from "../kubernetes/pods";
import type { Release } from "../kubernetes/release";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, text, texts, type WorldObject } from "../world/object";
import { location } from "../world/references";
import { decide } from "./iam/evaluate";
import { roleOf } from "./iam/roles";

const IDENTITY = "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html";
const CONTROLLER =
  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/";
const PERMISSIONS =
  "https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json";
const ECR = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-pull-ecr-image.html";

/** Programs in clusters that work on AWS: whose role they have, and whether it is enough. */
export function controllerFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => {
    const eks = eksOf(cluster, estate);
    if (!eks) return [];
    return [
      ...estate
        .ofType("aws_eks_pod_identity_association")
        .filter(({ values }) => text(values, "cluster_name") === text(eks.values, "name"))
        .flatMap((association) => associationFindings(association, cluster, estate)),
      ...cluster.releases
        .filter(({ chart }) => chart === "aws-load-balancer-controller")
        .flatMap((release) => balancerController(release, cluster, eks, estate)),
      ...imageFindings(cluster, estate),
    ];
  });
}

function eksOf(cluster: Cluster, estate: Estate): WorldObject | undefined {
  return estate.ofType("aws_eks_cluster").find(({ values }) => text(values, "endpoint") === cluster.key);
}

/** Findings where the service account that a role is associated with does not exist, so that no pod takes it. */
function associationFindings(association: WorldObject, cluster: Cluster, estate: Estate): Judged[] {
  const [namespace, name] = [
    text(association.values, "namespace"),
    text(association.values, "service_account"),
  ];
  const accounts = ofKind(cluster, "ServiceAccount").filter((each) => each.namespace === namespace);
  const account = find(cluster, "ServiceAccount", namespace, name);
  if (!account) {
    if (cluster.opaque.has(namespace)) return [];
    return [
      found(
        association,
        `service_account: nobody makes ${namespace}/${name}; there ${accounts.length > 0 ? `are ${accounts.map((each) => each.name).join(", ")}` : "is none"}`,
        IDENTITY,
      ),
    ];
  }
  const inTime = estate.isBefore(association, account.origin);
  return inTime
    ? []
    : [
        found(
          association,
          `pods of ${namespace}/${name} may start without their role: nothing makes it come before ${account.origin.address}`,
          IDENTITY,
        ),
      ];
}

/** What the controller calls to put pods into target groups. */
const BINDING: readonly { readonly action: string; readonly onGroup: boolean }[] = [
  { action: "ec2:DescribeSecurityGroups", onGroup: false },
  { action: "ec2:DescribeInstances", onGroup: false },
  { action: "ec2:DescribeVpcs", onGroup: false },
  { action: "elasticloadbalancing:DescribeTargetGroups", onGroup: false },
  { action: "elasticloadbalancing:DescribeTargetHealth", onGroup: false },
  { action: "elasticloadbalancing:RegisterTargets", onGroup: true },
  { action: "elasticloadbalancing:DeregisterTargets", onGroup: true },
];

function balancerController(release: Release, cluster: Cluster, eks: WorldObject, estate: Estate): Judged[] {
  const values = valuesOf(release);
  const subnets = texts(eks.values, "vpc_config.subnet_ids").flatMap((id) => estate.withId(id));
  const expected: Readonly<Record<string, string>> = {
    clusterName: text(eks.values, "name"),
    region: location(eks),
    vpcId: text(subnets[0]?.values, "vpc_id"),
  };
  const wrong = Object.entries(expected)
    .filter(([key, value]) => value !== "" && text(values, key) !== "" && text(values, key) !== value)
    .map(([key, value]) =>
      found(
        release.resource,
        `values of ${release.chart}: ${key}: '${text(values, key)}' is not the cluster's, ${value}`,
        CONTROLLER,
      ),
    );
  return [...wrong, ...rightFindings(release, cluster, eks, estate)];
}

function rightFindings(release: Release, cluster: Cluster, eks: WorldObject, estate: Estate): Judged[] {
  const account = text(valuesOf(release), "serviceAccount.name");
  const association = estate
    .ofType("aws_eks_pod_identity_association")
    .find(
      ({ values }) =>
        text(values, "service_account") === account &&
        text(values, "namespace") === release.namespace &&
        text(values, "cluster_name") === text(eks.values, "name"),
    );
  if (!association)
    return [
      found(
        release.resource,
        `its pods have no role: no Pod Identity association is for ${release.namespace}/${account}`,
        IDENTITY,
      ),
    ];
  const role = roleOf(estate, text(association.values, "role_arn"));
  const names = ofKind(cluster, "TargetGroupBinding").map(({ body }) => text(body, "spec.targetGroupName"));
  const groups = estate
    .ofType("aws_lb_target_group")
    .filter((group) => names.includes(text(group.values, "name")) && location(group) === location(eks));
  if (!role) return [];
  const late = role.grants.filter((grant) => !estate.isBefore(grant, release.resource));
  const refused = groups.flatMap((group) =>
    BINDING.map(({ action, onGroup }) => ({
      action,
      ...decide(role.statements, {
        action,
        resource: onGroup ? text(group.values, "arn") : "*",
        context: {},
      }),
    })).filter(({ allowed }) => !allowed),
  );
  return [
    ...refused.map(({ action, why }) =>
      found(role.object, `the load balancer controller needs ${action}: ${why}`, PERMISSIONS),
    ),
    ...late.map((grant) =>
      found(
        release.resource,
        `its pods may start without their rights: nothing makes ${grant.address} come before`,
        IDENTITY,
      ),
    ),
  ];
}

const IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/;

/** Images of a registry of AWS are in a repository that is made, in that region. */
function imageFindings(cluster: Cluster, estate: Estate): Judged[] {
  const repositories = estate.ofType("aws_ecr_repository");
  if (repositories.length === 0) return [];
  return cluster.pods.flatMap(({ owner, spec }) => {
    const images = spec === undefined ? [] : containersOf(spec).map((container) => text(container, "image"));
    return [...new Set(images)].flatMap((image) => {
      const [, , region = "", name = ""] = IMAGE.exec(image) ?? [];
      const isMade = repositories.some(
        (each) => text(each.values, "name") === name && location(each) === region,
      );
      if (region === "" || isMade || !owner) return [];
      const there = repositories
        .map((each) => `${text(each.values, "name")} in ${location(each)}`)
        .join(", ");
      return [
        found(
          owner.origin,
          `${owner.kind} ${owner.namespace}/${owner.name}: ${image} is of no repository that is made; there are ${there}`,
          ECR,
        ),
      ];
    });
  });
}

/** Target groups of addresses get their targets from a cluster. */
export function emptyTargetFindings(estate: Estate): Judged[] {
  const bound = clustersOf(estate).flatMap((cluster) => ofKind(cluster, "TargetGroupBinding"));
  const attached = estate
    .ofType("aws_lb_target_group_attachment")
    .map(({ values }) => text(values, "target_group_arn"));
  const clusters = clustersOf(estate);
  const isKnown = clusters.length > 0 && clusters.every(({ opaque }) => opaque.size === 0);
  return estate
    .ofType("aws_lb_target_group")
    .filter(
      ({ values }) =>
        text(values, "target_type") === "ip" && isKnown && !attached.includes(text(values, "arn")),
    )
    .filter(
      (group) =>
        !bound.some((binding) => isFor(binding.body, group) && regionOf(binding.origin) === location(group)),
    )
    .map((group) => found(group, "nothing puts targets into it: no TargetGroupBinding names it", CONTROLLER));

  function isFor(body: WorldObject["values"], group: WorldObject): boolean {
    return (
      at(body, "spec.targetGroupName").includes(text(group.values, "name")) ||
      at(body, "spec.targetGroupARN").includes(text(group.values, "arn"))
    );
  }

  function regionOf(origin: WorldObject): string {
    const eks = estate
      .ofType("aws_eks_cluster")
      .find(({ values }) => text(values, "endpoint") === origin.place["cluster"]);
    return eks ? location(eks) : "";
  }
}
