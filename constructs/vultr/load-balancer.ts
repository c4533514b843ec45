import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { Construct } from "constructs";
import type { Pods } from "../kubernetes/network-policy";

const ANNOTATION = "service.beta.kubernetes.io/vultr-loadbalancer-";

export interface LoadBalancerProps {
  /** Name of the balancer at Vultr; unique in the account. */
  readonly label: string;
  /** The pods that it calls, in their namespace. */
  readonly pods: Pods;
  /** Ports that it listens on, by the names that the pods' ports have. */
  readonly ports: Readonly<Record<string, number>>;
  /** Its machines; an odd number. */
  readonly nodes: number;
  /** Whether Terraform refuses to destroy it: its address goes with it, and every name that is made of that. */
  readonly protect: boolean;
}

/**
 * Vultr's load balancer in front of some pods, which the cluster's cloud controller makes: it hands connections through
 * unread. A resource of Terraform's and no part of a chart: its address outlives every release, and it is gone before the
 * cluster is, whose controller alone can remove it.
 *
 * Annotations: https://github.com/vultr/vultr-cloud-controller-manager/blob/master/docs/load-balancers.md
 */
export class LoadBalancer extends Construct {
  /** The public address. The controller puts the label where a host name would be, so there is no other. */
  readonly address: string;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { namespace, labels } = props.pods;
    const service = new ServiceV1(this, "Resource", {
      metadata: {
        name: "load-balancer",
        namespace,
        annotations: {
          [`${ANNOTATION}label`]: props.label,
          [`${ANNOTATION}protocol`]: "tcp",
          [`${ANNOTATION}vpc`]: "true", // it calls the nodes in the VPC, which their firewall does not see
          [`${ANNOTATION}node-count`]: String(props.nodes),
        },
      },
      spec: {
        type: "LoadBalancer",
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
      lifecycle: {
        // The controller notes there which balancer is the Service's.
        ignoreChanges: [`metadata[0].annotations["${ANNOTATION}id"]`],
        postcondition: [
          {
            condition: `\${can(regex("^[1-9]", self.status[0].load_balancer[0].ingress[0].ip))}`,
            errorMessage:
              "the load balancer has no address yet: look at it in Vultr's console, and apply again once it is active.",
          },
        ],
        ...(props.protect ? { preventDestroy: true } : {}),
      },
    });
    this.address = service.status.get(0).loadBalancer.get(0).ingress.get(0).ip;
  }
}
