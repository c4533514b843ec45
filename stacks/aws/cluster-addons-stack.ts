import type { Construct } from "constructs";
import { AUTOSCALERS } from "../../config/clouds/aws/autoscaler";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { chosenName } from "../../config/topology";
import { ClusterAutoscaler } from "../../constructs/aws/cluster-autoscaler";
import { LoadBalancer } from "../../constructs/aws/load-balancer";
import { LoadBalancerController } from "../../constructs/aws/load-balancer-controller";
import { useAws } from "../../constructs/aws/provider";
import { defaultStorageClass } from "../../constructs/aws/storage-class";
import { READINESS_GATE, targetGroupBinding } from "../../constructs/aws/target-group-binding";
import { Contour, ENVOY_SERVICE } from "../../constructs/contour/contour";
import { GATEWAY_PORTS } from "../../constructs/gateway/gateway";
import { type ClusterAccess, useCluster } from "../../constructs/kubernetes/access";
import { ManifestRelease } from "../../constructs/kubernetes/manifest-release";
import type { PkiStack } from "../pki-stack";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf, type EksCluster, nameOf } from "./configuration";
import type { DnsStack } from "./dns-stack";
import type { EksStack } from "./eks-stack";
import { entryOf, readinessOf } from "./entry";
import type { NetworkStack } from "./network-stack";

/** A cluster that workloads can be deployed into, and where users find it. */
export interface ClusterAddonsOutputs {
  readonly name: string;
  /** URL of the Kubernetes API. */
  readonly endpoint: string;
  /** The CA of the Kubernetes API, PEM. */
  readonly "cluster-ca": string;
  /** The name that the cluster's services answer to. */
  readonly host: string;
  readonly "load-balancer-arn": string;
  /** The name that AWS gives the load balancer; it resolves to private addresses. */
  readonly "load-balancer-name": string;
  /** Only where there are alarms. */
  readonly "target-group-arn"?: string;
}

export interface ClusterAddonsStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly cluster: EksCluster;
  readonly eks: EksStack;

  /** What the configuration says of the region's network, and the workspace that makes it. */
  readonly network: AwsNetwork;
  readonly networkStack: NetworkStack;

  /** Who has the load balancer's certificate. @default - the load balancer ends no TLS */
  readonly dns?: DnsStack | undefined;

  /** Who has the gateway's certificate. @default - the gateway ends no TLS */
  readonly pki?: PkiStack | undefined;
}

/**
 * `<environment>-cluster-addons-<cluster>`: what makes a cluster fit for workloads: a default storage class, a Gateway,
 * and the load balancer in front of it, which Terraform makes and the controller fills.
 */
export class ClusterAddonsStack extends PlatformStack<ClusterAddonsOutputs> {
  private readonly location: string;

  constructor(scope: Construct, props: ClusterAddonsStackProps) {
    const { environment, infrastructure, cluster, eks, network } = props;
    super(
      scope,
      workspaceName(environment.name, "cluster-addons", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    this.location = network.location;
    const account = accountOf(environment, infrastructure);
    useAws(this, account, network.location);
    const access = this.consume(eks, "name", "endpoint", "cluster-ca", "security-group-id");
    useCluster(this, execAccess(access, network.location));

    const name = nameOf(environment, cluster);
    const entry = entryOf(environment);
    const vpc = this.consume(props.networkStack, "vpc-id", "private-subnet-ids");
    const balancer = new LoadBalancer(this, "Balancer", {
      name,
      vpcId: vpc["vpc-id"],
      subnetIds: vpc["private-subnet-ids"],
      port: entry.port,
      targetPort: GATEWAY_PORTS[entry.gateway].envoy,
      targetSecurityGroupId: access["security-group-id"],
      accessLogs: infrastructure.accessLogs && this.consume(props.networkStack, "log-bucket")["log-bucket"],
      certificateArn: entry.endsTls ? props.dns?.certificateOf(cluster.region, this) : undefined,
      healthCheck: {
        protocol: entry.health === "tls" ? "HTTPS" : "HTTP",
        port: GATEWAY_PORTS[entry.health].envoy,
        path: readinessOf(environment),
      },
      protect: environment.protect,
    });

    const chartMirror = environment.charts.mirror;
    new ManifestRelease(this, "Storage", {
      name: "storage",
      namespace: "kube-system",
      objects: [defaultStorageClass],
    });
    const controller = new LoadBalancerController(this, "LoadBalancerController", {
      account,
      region: network.location,
      cluster: name,
      vpcId: vpc["vpc-id"],
      chartMirror,
    });
    if (cluster.nodes.autoscaler) {
      new ClusterAutoscaler(this, "Autoscaler", {
        account,
        region: network.location,
        cluster: name,
        version: AUTOSCALERS[cluster.version] as string,
      });
    }
    const contour = new Contour(this, "Contour", {
      protocol: entry.gateway,
      certificate: entry.gateway === "https" ? props.pki?.certificateSource(cluster.name, this) : undefined,
      labels: READINESS_GATE,
      chartMirror,
      dependsOn: [controller.resource], // whose webhook adds the gate; without it pods of the namespace are refused
    });
    // Removed before the controller, which empties the target group then.
    new ManifestRelease(this, "Targets", {
      name: "targets",
      namespace: contour.namespace,
      objects: [
        targetGroupBinding({
          namespace: contour.namespace,
          service: ENVOY_SERVICE,
          port: contour.servicePort,
          targetGroup: name,
        }),
      ],
      dependsOn: [controller.resource, contour.resource, balancer.targetGroup],
    });

    this.publish({
      name: access.name,
      endpoint: access.endpoint,
      "cluster-ca": access["cluster-ca"],
      host: chosenName(cluster),
      "load-balancer-arn": balancer.arn,
      "load-balancer-name": balancer.dnsName,
      ...(infrastructure.alarms ? { "target-group-arn": balancer.targetGroup.arn } : {}),
    });
  }

  /** How `consumer` reaches the cluster's API. */
  accessFor(consumer: PlatformStack<object>): ClusterAccess {
    return execAccess(consumer.consume(this, "name", "endpoint", "cluster-ca"), this.location);
  }
}

/** The AWS CLI signs in with the credentials that Terraform runs with: no file holds one. */
const execAccess = (
  access: Pick<ClusterAddonsOutputs, "name" | "endpoint" | "cluster-ca">,
  location: string,
): ClusterAccess => ({
  kind: "exec",
  host: access.endpoint,
  clusterCaCertificate: access["cluster-ca"],
  command: "aws",
  args: ["eks", "get-token", "--cluster-name", access.name, "--region", location, "--output", "json"],
});
