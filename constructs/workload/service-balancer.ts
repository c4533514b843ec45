import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import type { Construct } from "constructs";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { balancerOf } from "../../config/composed-names";
import type { Service } from "../../config/schema/environment";
import type { ServiceBalancerTraits } from "../../config/traits";
import type { Destination } from "./destination";
import { selectorOf, servicePort } from "./names";

/** Whether a service has a load balancer of its own. */
export const hasBalancer = ({ loadBalancer }: Service): boolean => loadBalancer !== "none";

const traitsFor = (
  { serviceBalancers, cluster }: Pick<Destination, "serviceBalancers" | "cluster">,
  { name, loadBalancer }: Service,
): ServiceBalancerTraits => {
  const traits = loadBalancer === "none" ? undefined : serviceBalancers?.[loadBalancer];
  if (traits === undefined) throw new Error(`${cluster} makes no load balancer for ${name}`);
  return traits;
};

/** Who calls the pods of a service through its own load balancer, which keeps their addresses. */
export const balancedCallers = (destination: Destination, service: Service): readonly INetworkPolicyPeer[] =>
  hasBalancer(service) ? traitsFor(destination, service).callers.map((cidr) => ({ ipBlock: { cidr } })) : [];

/**
 * The load balancer of a service that has one of its own. A resource of Terraform's and no part of the release: its name outlives
 * releases, and it is gone before the cluster is, whose controller alone can remove it.
 *
 * @returns the name that the cloud gives it
 */
export function serviceBalancer(
  scope: Construct,
  namespace: string,
  destination: Destination,
  service: Service,
): string {
  const traits = traitsFor(destination, service);
  const made = new ServiceV1(scope, "LoadBalancer", {
    metadata: { name: balancerOf(service.name), namespace, annotations: { ...traits.annotations } },
    spec: {
      type: "LoadBalancer",
      externalTrafficPolicy: "Local", // only nodes with such pods are called, which see who calls
      loadBalancerSourceRanges: [...traits.callers],
      selector: selectorOf(service),
      port: [
        {
          name: service.protocol,
          port: servicePort(service),
          targetPort: String(service.port),
          protocol: "TCP",
        },
      ],
    },
    waitForLoadBalancer: true,
    timeouts: { create: "15m" },
  });
  return made.status.get(0).loadBalancer.get(0).ingress.get(0).hostname;
}
