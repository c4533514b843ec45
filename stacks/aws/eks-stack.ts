import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ADDONS } from "../../config/clouds/aws/eks";
import { EKS_SERVICES } from "../../config/clouds/aws/rules";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { Addon } from "../../constructs/aws/addon";
import { type AccessPolicy, ClusterAccess } from "../../constructs/aws/cluster-access";
import { EksCluster as Cluster } from "../../constructs/aws/eks-cluster";
import { NodeGroup } from "../../constructs/aws/node-group";
import { useAws } from "../../constructs/aws/provider";
import { chosen, idsFor } from "../../constructs/chosen";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf, type EksCluster, nameOf } from "./configuration";
import type { GithubStack } from "./github-stack";
import type { NetworkStack } from "./network-stack";

export interface EksOutputs {
  readonly name: string;
  /** URL of the Kubernetes API. */
  readonly endpoint: string;
  /** The CA of the Kubernetes API, PEM. */
  readonly "cluster-ca": string;
  /** The security group of the nodes and what runs on them. */
  readonly "security-group-id": string;
}

export interface EksStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly cluster: EksCluster;

  /** What the configuration says of the region's network, and the workspace that makes it. */
  readonly network: AwsNetwork;
  readonly networkStack: NetworkStack;

  /** Whose jobs get into the cluster. @default - no job's */
  readonly github?: GithubStack | undefined;
}

/** What a node needs to become ready; each runs on every node. The plugin's role comes through the agent. */
const BEFORE_NODES = ["eks-pod-identity-agent", "kube-proxy", "vpc-cni"] as const;

/** What needs nodes to run on. */
const AFTER_NODES = ["coredns", "metrics-server", "aws-ebs-csi-driver"] as const;

/** `<environment>-eks-<cluster>`: a control plane, its nodes, the add-ons of EKS, and who may administer it. */
export class EksStack extends PlatformStack<EksOutputs> {
  constructor(scope: Construct, props: EksStackProps) {
    const { environment, infrastructure, cluster, network } = props;
    super(
      scope,
      workspaceName(environment.name, "eks", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    const account = accountOf(environment, infrastructure);
    useAws(this, account, network.location);

    const name = nameOf(environment, cluster);
    const subnetIds = this.consume(props.networkStack, "private-subnet-ids")["private-subnet-ids"];
    const control = new Cluster(this, "Cluster", {
      account,
      name,
      version: cluster.version,
      subnetIds,
      serviceCidr: EKS_SERVICES,
      operatorCidrs: infrastructure.operatorCidrs,
      logRetentionDays: cluster.logRetentionDays,
      protect: environment.protect,
    });
    this.admit(props, control.name);

    const addons = new Construct(this, "Addons");
    const install = (addon: (typeof ADDONS)[number], dependsOn: ITerraformDependable[]) =>
      new Addon(addons, addon, {
        account,
        cluster: name,
        name: addon,
        version: cluster.addonVersions[addon],
        kubernetes: cluster.version,
        dependsOn: [control.resource, ...dependsOn],
      }).resource;
    const [agent, proxy, plugin] = BEFORE_NODES;
    const identity = install(agent, []);
    const before = [identity, install(proxy, []), install(plugin, [identity])];
    const nodes = new NodeGroup(this, "Nodes", {
      ...cluster.nodes,
      account,
      cluster: name,
      name: "system",
      version: cluster.version,
      subnetIds,
      dependsOn: [control.resource, ...before],
    });
    for (const addon of AFTER_NODES) install(addon, [nodes.resource]);

    this.publish({
      name: control.name,
      endpoint: control.endpoint,
      "cluster-ca": control.certificateAuthority,
      "security-group-id": control.securityGroupId,
    });
  }

  private admit({ infrastructure, github }: EksStackProps, cluster: string): void {
    const access = new Construct(this, "Access");
    const admit = (scope: Construct, id: string, principal: string, policy: AccessPolicy) =>
      new ClusterAccess(scope, id, { cluster, principal, policy });

    // The part behind the account: `role-platform`.
    const administrators = idsFor(infrastructure.administrators, (principal) =>
      principal.split(":").slice(5).join(":").replaceAll("/", "-"),
    );
    for (const [principal, id] of administrators) {
      admit(chosen(access), id, principal, "AmazonEKSClusterAdminPolicy");
    }
    if (!github) return;
    const jobs = this.consume(github, "plan-role", "apply-role");
    admit(access, "github-plan", jobs["plan-role"], "AmazonEKSAdminViewPolicy");
    admit(access, "github-apply", jobs["apply-role"], "AmazonEKSClusterAdminPolicy");
  }
}
