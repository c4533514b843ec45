import { clustersOf, ofKind } from "../kubernetes/cluster";
import { follow } from "../kubernetes/network/services";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, text, texts, type WorldObject } from "../world/object";
import { location } from "../world/references";

const ELB = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html";
const GROUPS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html";
const TARGETS =
  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/";
const ACCELERATOR = "https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html";

/** Load balancers from their users to their targets. */
export function balancerFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("aws_lb").flatMap((balancer) => balancerOf(balancer, estate)),
    ...estate.ofType("aws_lb_target_group").flatMap((group) => targetsOf(group, estate)),
    ...estate.ofType("aws_globalaccelerator_endpoint_group").flatMap((group) => endpointsOf(group, estate)),
    ...ruleFindings(estate),
    ...bindingFindings(estate),
  ];
}

const listenersOf = (balancer: WorldObject, estate: Estate) =>
  estate
    .ofType("aws_lb_listener")
    .filter(({ values }) => text(values, "load_balancer_arn") === text(balancer.values, "arn"));

/** Its subnets are of one VPC, and its security groups let users in and it out to its targets. */
function balancerOf(balancer: WorldObject, estate: Estate): Judged[] {
  const subnets = texts(balancer.values, "subnets").flatMap((id) => estate.withId(id));
  const groups = texts(balancer.values, "security_groups").flatMap((id) => estate.withId(id));
  const vpcs = new Set(
    [...subnets, ...groups].map(({ values }) => text(values, "vpc_id")).filter((id) => id !== ""),
  );
  const zones = subnets.map(
    ({ values }) => text(values, "availability_zone_id") || text(values, "availability_zone"),
  );
  const listeners = listenersOf(balancer, estate);
  const ports = listeners.map(({ values }) => Number(values["port"]));
  const targets = listeners
    .flatMap(({ values }) => texts(values, "default_action.target_group_arn"))
    .flatMap((arn) => estate.withId(arn));
  const out = targets.flatMap(({ values }) => [Number(values["port"]), ...healthPort(values)]);
  const guarded = groups.length > 0;
  return [
    ...(vpcs.size > 1 ? [found(balancer, "its subnets and security groups are in several VPCs", ELB)] : []),
    ...(new Set(zones).size < zones.length
      ? [found(balancer, "subnets: a load balancer has one subnet in a zone", ELB)]
      : []),
    ...(listeners.length === 0 ? [found(balancer, "it has no listener", ELB)] : []),
    ...(guarded
      ? ports
          .filter((port) => !admits("ingress", groups, port, estate))
          .map((port) => found(balancer, `no security group lets users in to port ${port}`, GROUPS))
      : []),
    ...(guarded
      ? out
          .filter((port) => !admits("egress", groups, port, estate))
          .map((port) =>
            found(balancer, `no security group lets it out to port ${port} of its targets`, GROUPS),
          )
      : []),
  ];
}

function healthPort(values: WorldObject["values"]): number[] {
  const port = text(values, "health_check.port");
  return /^\d+$/.test(port) ? [Number(port)] : [];
}

/** Rules of any of some groups for a port. */
function rulesFor(
  direction: "ingress" | "egress",
  groups: readonly WorldObject[],
  port: number,
  estate: Estate,
): WorldObject[] {
  const ids = groups.map(({ values }) => text(values, "id"));
  return estate
    .ofType(`aws_vpc_security_group_${direction}_rule`)
    .filter(({ values }) => ids.includes(text(values, "security_group_id")))
    .filter(({ values }) => /^(tcp|-1|6)$/.test(text(values, "ip_protocol")))
    .filter(
      ({ values }) =>
        text(values, "ip_protocol") === "-1" ||
        (Number(values["from_port"]) <= port && port <= Number(values["to_port"])),
    );
}

function admits(
  direction: "ingress" | "egress",
  groups: readonly WorldObject[],
  port: number,
  estate: Estate,
): boolean {
  return rulesFor(direction, groups, port, estate).length > 0;
}

/** What lets a balancer out lets it in on the other side as well. */
function targetsOf(group: WorldObject, estate: Estate): Judged[] {
  const listeners = estate
    .ofType("aws_lb_listener")
    .filter(({ values }) =>
      texts(values, "default_action.target_group_arn").includes(text(group.values, "arn")),
    );
  const balancers = listeners.flatMap(({ values }) => estate.withId(text(values, "load_balancer_arn")));
  const own = balancers
    .flatMap(({ values }) => texts(values, "security_groups"))
    .flatMap((id) => estate.withId(id));
  const vpcs = new Set([text(group.values, "vpc_id"), ...own.map(({ values }) => text(values, "vpc_id"))]);
  const protocols = listeners.map(({ values }) => text(values, "protocol"));
  const [interval, timeout] = ["interval", "timeout"].map((key) =>
    Number(at(group.values, `health_check.${key}`)[0] ?? 0),
  );
  const isNetwork = balancers.some(({ values }) => text(values, "load_balancer_type") === "network");
  const fits = (protocol: string) =>
    isNetwork
      ? protocol === text(group.values, "protocol") ||
        (protocol === "TLS" && text(group.values, "protocol") === "TCP")
      : /^HTTPS?$/.test(text(group.values, "protocol"));
  return [
    ...(listeners.length === 0 ? [found(group, "no listener leads to it", ELB)] : []),
    ...(vpcs.size > 1
      ? [found(group, "it is in another VPC than the security groups of its load balancer", ELB)]
      : []),
    ...protocols
      .filter((protocol) => !fits(protocol))
      .map((protocol) =>
        found(
          group,
          `protocol: a listener of ${protocol} does not lead to targets of ${text(group.values, "protocol")}`,
          ELB,
        ),
      ),
    ...(Number(timeout) > 0 && Number(timeout) >= Number(interval) && !isNetwork
      ? [
          found(
            group,
            `health_check: a timeout of ${timeout} s is not less than the interval of ${interval} s`,
            ELB,
          ),
        ]
      : []),
    ...(text(group.values, "health_check.path") === "" ||
    text(group.values, "health_check.path").startsWith("/")
      ? []
      : [
          found(
            group,
            `health_check.path: '${text(group.values, "health_check.path")}' does not begin with /`,
            ELB,
          ),
        ]),
  ];
}

/** Endpoints are in the region of their group, and the accelerator's ports are ports of theirs. */
function endpointsOf(group: WorldObject, estate: Estate): Judged[] {
  const region = text(group.values, "endpoint_group_region");
  const listener = estate.withId(text(group.values, "listener_arn"))[0];
  const ranges = at(listener?.values, "port_range");
  return at(group.values, "endpoint_configuration").flatMap((endpoint) => {
    const [balancer] = estate.withId(text(endpoint, "endpoint_id"));
    if (!balancer) return [];
    const ports = listenersOf(balancer, estate).map(({ values }) => Number(values["port"]));
    const idle = ranges.filter(
      (range) =>
        !ports.some(
          (port) => Number(at(range, "from_port")[0]) <= port && port <= Number(at(range, "to_port")[0]),
        ),
    );
    return [
      ...(location(balancer) === region
        ? []
        : [
            found(
              group,
              `endpoint_id: ${balancer.address} is in ${location(balancer)}, not in ${region}`,
              ACCELERATOR,
            ),
          ]),
      ...idle.map((range) =>
        found(
          group,
          `the accelerator listens on ${String(at(range, "from_port")[0])}, where ${balancer.address} does not; its ports are ${ports.join(", ")}`,
          ACCELERATOR,
        ),
      ),
      ...(Number(at(endpoint, "weight")[0] ?? 128) === 0
        ? [found(group, "endpoint_configuration.weight: 0 sends nobody there", ACCELERATOR)]
        : []),
    ];
  });
}

/** A rule about another group is about one of the same VPC; both sides of a connection are open. */
function ruleFindings(estate: Estate): Judged[] {
  const rules = estate.ofType(/^aws_vpc_security_group_(in|e)gress_rule$/);
  return rules.flatMap((rule) => {
    const [from, to] = [Number(rule.values["from_port"]), Number(rule.values["to_port"])];
    const other = text(rule.values, "referenced_security_group_id");
    const own = text(rule.values, "security_group_id");
    const isOut = rule.type === "aws_vpc_security_group_egress_rule";
    const mirror = rules.some(
      ({ type, values }) =>
        type !== rule.type &&
        text(values, "security_group_id") === other &&
        text(values, "referenced_security_group_id") === own &&
        Number(values["from_port"]) <= from &&
        to <= Number(values["to_port"]),
    );
    // The group that EKS makes lets its own members in; ours admit nothing without a rule.
    const isOurs = estate.withId(other).some(({ type }) => type === "aws_security_group");
    const isGuarded =
      isOurs ||
      rules.some(
        ({ type, values }) =>
          type === "aws_vpc_security_group_ingress_rule" && text(values, "security_group_id") === other,
      );
    return [
      ...(from > to ? [found(rule, `from_port ${from} is above to_port ${to}`, GROUPS)] : []),
      ...(isOut && other !== "" && isGuarded && !mirror
        ? [found(rule, `lets out to ${from}-${to} of ${other}, which does not let in from ${own}`, GROUPS)]
        : []),
      ...(other !== "" && other === own && isOut
        ? [found(rule, "referenced_security_group_id: it is the group itself", GROUPS)]
        : []),
    ];
  });
}

/** Target groups that a cluster's pods are put into: same port, same health check, and the cluster is in their VPC. */
function bindingFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    ofKind(cluster, "TargetGroupBinding").flatMap((binding) => {
      const name = text(binding.body, "spec.targetGroupName");
      const arn = text(binding.body, "spec.targetGroupARN");
      const eks = estate
        .ofType("aws_eks_cluster")
        .find(({ values }) => text(values, "endpoint") === cluster.key);
      const region = eks ? location(eks) : "";
      const group = estate
        .ofType("aws_lb_target_group")
        .find(
          (each) =>
            (text(each.values, "name") === name || text(each.values, "arn") === arn) &&
            (region === "" || location(each) === region),
        );
      const say = (says: string): Judged =>
        found(binding.origin, `TargetGroupBinding ${binding.namespace}/${binding.name}: ${says}`, TARGETS);
      if (!group) return [say(`nobody makes the target group '${name || arn}' in ${region || "the region"}`)];
      const targets = follow(
        cluster,
        binding.namespace,
        text(binding.body, "spec.serviceRef.name"),
        String(at(binding.body, "spec.serviceRef.port")[0] ?? ""),
      );
      const type = text(binding.body, "spec.targetType");
      const port = Number(group.values["port"]);
      return [
        ...(typeof targets === "string"
          ? [say(targets)]
          : targets
              .filter((target) => target.port !== port)
              .map((target) =>
                say(`leads to port ${target.port} of ${target.pod.name}, but the target group's is ${port}`),
              )),
        ...(type !== "" && type !== text(group.values, "target_type")
          ? [say(`targetType '${type}' is not the target group's, ${text(group.values, "target_type")}`)]
          : []),
        ...(estate.isBefore(group, binding.origin)
          ? []
          : [say(`nothing makes ${group.address} come before`)]),
      ];
    }),
  );
}
