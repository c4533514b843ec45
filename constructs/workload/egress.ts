import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { egressPolicyOf, hostPolicyOf } from "../../config/composed-names";
import { contains } from "../../config/overlap";
import type { Egress, Service, Workload } from "../../config/schema/environment";
import { databaseParts } from "../database/used-database";
import { podNamesOf } from "../flagger/primary";
import { callHosts } from "../kubernetes/host-policy";
import { LINK_LOCAL, podsOf, reach, toDns } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import type { Destination } from "./destination";
import { selectorFor, selectorOf } from "./names";

type Of<Kind extends Egress["kind"]> = Extract<Egress, { kind: Kind }>;

const ofKind = <Kind extends Egress["kind"]>({ egress }: Service, kind: Kind): readonly Of<Kind>[] =>
  egress.filter((each): each is Of<Kind> => each.kind === kind);

/** What lets the pods of a service call whom its configuration names, and ask DNS for their addresses. */
export function egressPolicies(
  { workloads, databases }: Destination,
  workload: Workload,
  service: Service,
): readonly KubernetesObject[] {
  const { namespace } = workload;
  const pods = { namespace, labels: selectorOf(service) };
  const hosts = ofKind(service, "host");
  const rules = [
    ...ofKind(service, "network").map(toNetwork),
    ...ofKind(service, "service").map((callee) => toService(workloads, callee)),
    ...databaseParts(databases, workload, service.name).egress,
  ];
  return [
    ...(rules.length === 0 ? [] : [reach(egressPolicyOf(service.name), pods, [...rules, toDns])]),
    ...(hosts.length === 0 ? [] : [callHosts(hostPolicyOf(service.name), pods, hosts)]),
  ];
}

/** The pods of other workloads whose configuration says that they call a service. */
export const callersOf = (
  { workloads }: Destination,
  workload: Workload,
  service: Service,
): readonly INetworkPolicyPeer[] =>
  workloads.flatMap((other) =>
    other.services
      .filter((caller) =>
        ofKind(caller, "service").some(
          (callee) => callee.workload === workload.name && callee.service === service.name,
        ),
      )
      .flatMap((caller) => podsOfService(other, caller)),
  );

/** The way to addresses outside of the cluster. */
export const toNetwork = ({ cidr, except, ports, protocol }: Of<"network">): INetworkPolicyEgressRule => {
  const left = contains(cidr, LINK_LOCAL) ? [...except, LINK_LOCAL] : except;
  return {
    to: [{ ipBlock: { cidr, ...(left.length === 0 ? {} : { except: [...left] }) } }],
    ports: ports.map((port) => ({ protocol, port })),
  };
};

/** The configuration's rules have seen to it that there is such a service. */
function toService(workloads: readonly Workload[], callee: Of<"service">): INetworkPolicyEgressRule {
  const workload = workloads.find(({ name }) => name === callee.workload) as Workload;
  const service = workload.services.find(({ name }) => name === callee.service) as Service;
  return { to: podsOfService(workload, service), ports: [{ protocol: "TCP", port: service.port }] };
}

/** The pods of a service, and those that Flagger makes of it. */
const podsOfService = ({ namespace }: Workload, service: Service): INetworkPolicyPeer[] =>
  podNamesOf(service).map((name) => podsOf({ namespace, labels: selectorFor(name) }));
