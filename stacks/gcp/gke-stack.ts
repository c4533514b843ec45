import { ArtifactRegistryRepositoryIamMember } from "@cdktf/provider-google/lib/artifact-registry-repository-iam-member";
import type { Construct } from "constructs";
import { accountId } from "../../config/clouds/gcp/account-id";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { GkeCluster as Cluster } from "../../constructs/gcp/gke-cluster";
import { useGoogle } from "../../constructs/gcp/provider";
import { ServiceAccount } from "../../constructs/gcp/service-account";
import type { ClusterAccess } from "../../constructs/kubernetes/access";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, type GkeCluster, nameOf, projectOf } from "./configuration";
import type { NetworkStack } from "./network-stack";
import type { RegistryStack } from "./registry-stack";

export interface GkeOutputs {
  /** URL of the Kubernetes API, whose certificate every client knows. */
  readonly endpoint: string;
}

export interface GkeStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly cluster: GkeCluster;

  /** What the configuration says of the region's network, and the workspace that makes it. */
  readonly network: GcpNetwork;
  readonly networkStack: NetworkStack;

  /** Where the nodes' images are. */
  readonly registry: RegistryStack;
}

/** `<environment>-gke-<cluster>`: a control plane of Google's, its nodes, and what they may pull. */
export class GkeStack extends PlatformStack<GkeOutputs> {
  constructor(scope: Construct, props: GkeStackProps) {
    const { environment, infrastructure, cluster, network } = props;
    super(
      scope,
      workspaceName(environment.name, "gke", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    const { projectId } = infrastructure;
    useGoogle(this, projectOf(environment, infrastructure), network.location);

    const name = nameOf(environment, cluster);
    const vpc = this.consume(props.networkStack, "network", "subnetwork");
    const nodes = new ServiceAccount(this, "Nodes", {
      projectId,
      name: accountId(environment.name, cluster.name, "nodes"),
      description: `Nodes of the cluster ${name}`,
      projectRoles: ["roles/container.defaultNodeServiceAccount"], // logs and metrics of nodes are the project's
    });
    this.pullers(props, nodes.member);
    const control = new Cluster(this, "Cluster", {
      ...vpc,
      name,
      projectId,
      location: cluster.zone ?? network.location,
      channel: cluster.channel.toUpperCase(),
      autopilot: cluster.autopilot,
      ...cluster.controlPlane,
      nodeAccount: nodes.email,
      ...cluster.nodes,
      pools: {
        "on-demand": { spot: false, ...cluster.nodes.onDemand },
        spot: { spot: true, ...cluster.nodes.spot },
      },
      protect: environment.protect,
      dependsOn: nodes.roles,
    });

    this.publish({ endpoint: `https://${control.endpoint}` });
  }

  /** Who may pull our images, and those of Docker Hub through the mirror. */
  private pullers({ network, registry }: GkeStackProps, member: string): void {
    const images = this.consume(registry, "repository", "mirror-repository");
    const repositories = { Images: images.repository, DockerHub: images["mirror-repository"] };
    for (const [id, repository] of Object.entries(repositories)) {
      new ArtifactRegistryRepositoryIamMember(this, id, {
        location: network.location,
        repository,
        role: "roles/artifactregistry.reader",
        member,
      });
    }
  }

  /** How `consumer` reaches the cluster's API: as the account that runs Terraform, by a token that lives for an hour. */
  accessFor(consumer: PlatformStack<object>): ClusterAccess {
    const { endpoint } = consumer.consume(this, "endpoint");
    return { kind: "exec", host: endpoint, command: "gke-gcloud-auth-plugin", args: [] };
  }
}
