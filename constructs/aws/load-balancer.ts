import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { LOG_FOLDERS } from "./log-bucket";

/** TLS 1.2 and 1.3, of network and application load balancers alike. */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

/**
 * Seconds after which an application load balancer gives up an idle connection to a pod: before the Envoys do, after 60
 * (https://projectcontour.io/docs/1.33/configuration/#timeout-configuration), or it would write into a closed one.
 */
const IDLE_SECONDS = 50;

export interface LoadBalancerProps {
  /** Name of the balancer, its target group and its security group: at most 32 characters. */
  readonly name: string;

  readonly vpcId: string;

  /** Private subnets: users come through the accelerator, and by no other way. */
  readonly subnetIds: readonly string[];

  /** The port that users call. */
  readonly port: number;

  /** The port of the pods. */
  readonly targetPort: number;

  /** The security group of the pods. */
  readonly targetSecurityGroupId: string;

  /**
   * ARN of the certificate that the balancer ends TLS with, which makes it an application load balancer.
   *
   * @default - a network load balancer, which hands everything through
   */
  readonly certificateArn?: string | undefined;

  /** Name of the bucket, in the same region, in which requests are logged. @default - they are not */
  readonly accessLogs?: string | undefined;

  /** A region is healthy while this path of some pod answers 200, asked for through a port of the ingress' pods. */
  readonly healthCheck: { readonly protocol: "HTTP" | "HTTPS"; readonly port: number; readonly path: string };

  /** Whether AWS refuses to delete the balancer. */
  readonly protect: boolean;
}

/**
 * An internal load balancer and its target group. Terraform makes both, so workspaces that are applied later know their ARNs;
 * the AWS Load Balancer Controller only puts pods into the group.
 *
 * Global Accelerator takes an internal balancer only with its users' addresses preserved, and preserves none through a
 * network load balancer that ends TLS; so what ends TLS is an application load balancer
 * (https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html).
 *
 * What Global Accelerator thinks of the region is what this target group thinks of its pods
 * (https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-health-check-options.html).
 */
export class LoadBalancer extends Construct {
  readonly arn: string;
  readonly dnsName: string;

  /** The target group, for who puts pods into it. */
  readonly targetGroup: LbTargetGroup;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { name, port, certificateArn } = props;

    const group = this.securityGroup(props);
    const kind =
      certificateArn === undefined
        ? {
            balancer: {
              loadBalancerType: "network",
              enableCrossZoneLoadBalancing: true, // fewer pods than zones must not leave a zone without an answer
            },
            targets: { protocol: "TCP", preserveClientIp: "true" }, // Global Accelerator hands on the user's address
            listener: { protocol: "TCP" },
          }
        : {
            balancer: {
              loadBalancerType: "application", // always across zones
              dropInvalidHeaderFields: true,
              idleTimeout: IDLE_SECONDS,
            },
            targets: { protocol: "HTTP" }, // the user's address comes in X-Forwarded-For
            listener: { protocol: "HTTPS", certificateArn, sslPolicy: TLS_POLICY },
          };
    const balancer = new Lb(this, "Resource", {
      name,
      internal: true,
      subnets: [...props.subnetIds],
      securityGroups: [group.id],
      enableDeletionProtection: props.protect,
      ...(props.accessLogs === undefined
        ? {}
        : { accessLogs: { bucket: props.accessLogs, prefix: LOG_FOLDERS.requests, enabled: true } }),
      ...kind.balancer,
    });
    this.targetGroup = new LbTargetGroup(this, "Targets", {
      name,
      vpcId: props.vpcId,
      targetType: "ip",
      port: props.targetPort,
      ...kind.targets,
      deregistrationDelay: "60",
      healthCheck: {
        protocol: props.healthCheck.protocol,
        path: props.healthCheck.path,
        port: String(props.healthCheck.port),
        matcher: "200",
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
    });
    new LbListener(this, "Listener", {
      loadBalancerArn: balancer.arn,
      port,
      ...kind.listener,
      defaultAction: [{ type: "forward", targetGroupArn: this.targetGroup.arn }],
    });

    this.arn = balancer.arn;
    this.dnsName = balancer.dnsName;
  }

  /** Users may come from anywhere, to one port; the balancer itself reaches nothing but the pods. */
  private securityGroup(props: LoadBalancerProps): SecurityGroup {
    const group = new SecurityGroup(this, "SecurityGroup", {
      name: `${props.name}-balancer`,
      description: "Users of the platform, through Global Accelerator",
      vpcId: props.vpcId,
      tags: { Name: `${props.name}-balancer` },
    });
    new VpcSecurityGroupIngressRule(this, "Users", {
      securityGroupId: group.id,
      description: "users, whose addresses Global Accelerator preserves",
      ipProtocol: "tcp",
      fromPort: props.port,
      toPort: props.port,
      cidrIpv4: "0.0.0.0/0",
    });
    admit(this, group, props.targetSecurityGroupId, props.targetPort);
    if (props.healthCheck.port !== props.targetPort) {
      admit(new Construct(this, "Health"), group, props.targetSecurityGroupId, props.healthCheck.port);
    }
    return group;
  }
}

/** Lets a balancer reach a port of the pods. */
function admit(scope: Construct, balancer: SecurityGroup, podsGroupId: string, port: number): void {
  const pods = { ipProtocol: "tcp", fromPort: port, toPort: port };
  new VpcSecurityGroupEgressRule(scope, "ToPods", {
    securityGroupId: balancer.id,
    description: "the ingress' pods",
    ...pods,
    referencedSecurityGroupId: podsGroupId,
  });
  new VpcSecurityGroupIngressRule(scope, "FromBalancer", {
    securityGroupId: podsGroupId,
    description: "the load balancer, to the ingress' pods",
    ...pods,
    referencedSecurityGroupId: balancer.id,
  });
}
