import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ChartRelease } from "../kubernetes/chart-release";
import { resources } from "../kubernetes/resources";
import { podIdentity } from "./pod-role";
import type { Statement } from "./policy";
import type { AwsAccount } from "./provider";

const NAMESPACE = "kube-system";
const SERVICE_ACCOUNT = "aws-load-balancer-controller";

/**
 * What the controller calls to put pods into target groups that exist: the controller's own list for this use, without
 * changing the groups (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/), and
 * its targets are those of one cluster.
 */
export const controllerStatements = (
  { accountId }: AwsAccount,
  region: string,
  cluster: string,
): readonly Statement[] => [
  {
    Sid: "Look",
    Effect: "Allow",
    Action: [
      "ec2:DescribeInstances",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeVpcs",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
    ],
    Resource: "*", // these know no resources
  },
  {
    Sid: "FillTargetGroups",
    Effect: "Allow",
    Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
    Resource: `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/${cluster}/*`,
  },
];

export interface LoadBalancerControllerProps {
  readonly account: AwsAccount;

  /** AWS' name of the region. */
  readonly region: string;

  /** Name of the EKS cluster; the target groups that the controller may fill have it too. */
  readonly cluster: string;

  readonly vpcId: string;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/**
 * The AWS Load Balancer Controller, for the one thing that it does better than Terraform: it keeps the pods of a Service
 * in a target group. It makes no load balancers, so Services and Ingresses that ask for one get none.
 */
export class LoadBalancerController extends Construct {
  /** The release, for others to depend on. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LoadBalancerControllerProps) {
    super(scope, id);
    const { account, region, cluster, vpcId } = props;

    const identity = podIdentity(this, {
      account,
      cluster,
      name: `${cluster}-load-balancers`,
      description: `AWS Load Balancer Controller of the EKS cluster ${cluster}`,
      namespace: NAMESPACE,
      serviceAccount: SERVICE_ACCOUNT,
      statements: controllerStatements(account, region, cluster),
    });
    this.resource = new ChartRelease(this, "Resource", {
      name: "aws-load-balancer-controller",
      namespace: NAMESPACE,
      chart: "awsLoadBalancerController",
      mirror: props.chartMirror,
      values: {
        clusterName: cluster,
        // By these it needs nothing of the metadata service, which pods do not reach.
        region,
        vpcId,
        replicaCount: 2,
        serviceAccount: { create: true, name: SERVICE_ACCOUNT },
        resources: resources("50m", "128Mi"),
        podDisruptionBudget: { maxUnavailable: 1 },
        createIngressClassResource: false,
        ingressClassParams: { create: false },
        enableServiceMutatorWebhook: false,
        enableBackendSecurityGroup: false,
        enableShield: false,
        enableWaf: false,
        enableWafv2: false,
        keepTLSSecret: true, // otherwise the certificate of its webhooks is new in every plan
        controllerConfig: {
          // Gateways are Contour's; balancers are Terraform's.
          featureGates: { EnableServiceController: false, NLBGatewayAPI: false, ALBGatewayAPI: false },
        },
      },
      timeoutSeconds: 600,
      dependsOn: [identity],
    });
  }
}
