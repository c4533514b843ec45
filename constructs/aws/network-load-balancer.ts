import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { Construct } from "constructs";
import { nlbAnnotations } from "../../config/clouds/aws/network-load-balancer";
import type { Pods } from "../kubernetes/network-policy";

export interface NetworkLoadBalancerProps {
  /** The pods that it calls, in their namespace. */
  readonly pods: Pods;

  /** Ports that it listens on, by the names that the pods' ports have. */
  readonly ports: Readonly<Record<string, number>>;

  /** Tags of everything that AWS makes for it. */
  readonly tags: Readonly<Record<string, string>>;

  /** The name that External DNS leads to it. @default - none */
  readonly hostName?: string | undefined;

  /** Whether Terraform refuses to destroy it: its name goes with it. */
  readonly protect: boolean;
}

/**
 * A network load balancer in front of some pods, which the cluster's cloud controller makes: it hands connections through unread,
 * with their callers' addresses. A resource of Terraform's and no part of a chart: its name outlives every release, and it is gone
 * before the cluster is, whose controller alone can remove it.
 */
export class NetworkLoadBalancer extends Construct {
  /** The name that AWS gives it. */
  readonly dnsName: string;

  constructor(scope: Construct, id: string, props: NetworkLoadBalancerProps) {
    super(scope, id);
    const { namespace, labels } = props.pods;
    const service = new ServiceV1(this, "Resource", {
      metadata: {
        name: "load-balancer",
        namespace,
        annotations: nlbAnnotations(props),
      },
      spec: {
        type: "LoadBalancer",
        externalTrafficPolicy: "Local", // only nodes with such pods are called, which see who calls
        selector: { ...labels },
        port: Object.entries(props.ports).map(([name, port]) => ({
          name,
          port,
          targetPort: name,
          protocol: "TCP",
        })),
      },
      waitForLoadBalancer: true,
      timeouts: { create: "15m" },
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    this.dnsName = service.status.get(0).loadBalancer.get(0).ingress.get(0).hostname;
  }
}
