import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { CertificateAuthority } from "../pki/certificate-authority";
import { Cluster } from "./bindings/cluster";
import { ClusterUpdater } from "./bindings/cluster-updater";
import { clusterSpec } from "./cluster-spec";
import { InstanceGroups, type Machines, type Nodes } from "./instance-groups";
import type { PodRights } from "./pod-identity";

/** A zone, and the cluster's subnets there. */
export interface Zone {
  /** `cac1-az1`, known before it exists. */
  readonly id: string;

  /** As this account calls it: `ca-central-1a`. */
  readonly name: string;

  readonly privateSubnetId: string;
  readonly publicSubnetId: string;
}

export interface KopsClusterProps {
  /** `kops-main.k8s.local`: no zone of DNS needs to be there. */
  readonly name: string;

  /** Release of Kubernetes: `1.35.5`. */
  readonly version: string;

  /** Name of the bucket that kOps keeps its state in. */
  readonly store: string;

  readonly vpcId: string;
  readonly zones: readonly Zone[];
  readonly controlPlane: Machines & { readonly count: 1 | 3 };
  readonly nodes: Nodes;

  /** @default - no SSH to the machines */
  readonly bastion?:
    | (Pick<Machines, "instanceType"> & {
        /** The key of those who may sign in, on one line. */
        readonly sshPublicKey: string;
        /** CIDRs from which SSH is reached. */
        readonly sourceCidrs: readonly string[];
      })
    | undefined;

  /** CIDRs from which the Kubernetes API is reached. */
  readonly operatorCidrs: readonly string[];

  /** Name of the bucket with the keys that AWS verifies pods' tokens by. @default - pods have no roles */
  readonly discoveryStore?: string | undefined;

  /** What nodes may do besides what Kubernetes needs, as JSON of IAM statements. */
  readonly nodePolicy: string;

  /** Roles of ServiceAccounts, which need a bucket with keys. @default - none */
  readonly podRights?: readonly PodRights[];

  /** ARN of the policy that bounds the roles which kOps makes. @default - none */
  readonly boundary?: string | undefined;

  /** Whether Terraform refuses to destroy the cluster and its authority. */
  readonly protect: boolean;
}

/** How long nodes have to become ready. */
const PATIENCE = "20m";

/**
 * A cluster of kOps: its description and its groups of machines in the store, and an updater that makes AWS follow it: machine by
 * machine, each drained before and the cluster validated after it, whenever a revision has changed
 * (https://github.com/terraform-kops/terraform-provider-kops/blob/v1.36.2/docs/resources/cluster_updater.md).
 *
 * The authority of the Kubernetes API is ours, and not kOps': so its certificate is known without asking for a kubeconfig, which
 * would be an administrator's anew at every plan. The provider keeps its key in the state either way.
 */
export class KopsCluster extends Construct {
  /** Name of the cluster. */
  readonly name: string;

  /** URL of the Kubernetes API. */
  readonly endpoint: string;

  /** The name that the API's certificate is for. */
  readonly serverName: string;

  /** The CA of the Kubernetes API, PEM. */
  readonly certificateAuthority: string;

  constructor(scope: Construct, id: string, props: KopsClusterProps) {
    super(scope, id);
    const { name, protect } = props;

    const authority = new CertificateAuthority(this, "Authority", { commonName: `${name} CA`, protect });
    const cluster = new Cluster(this, "Resource", {
      ...clusterSpec(props, authority),
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const { groups } = new InstanceGroups(this, "Groups", {
      ...props,
      cluster: cluster.id,
      zones: props.zones.map((zone) => zone.id),
      serviceAccountRoles: props.discoveryStore !== undefined,
    });
    const updater = new ClusterUpdater(this, "Updater", {
      clusterName: cluster.id,
      keepers: Object.fromEntries([
        ["cluster", Token.asString(cluster.revision)],
        ...[...groups].map(([group, { revision }]) => [group, Token.asString(revision)]),
      ]),
      rollingUpdate: { failOnDrainError: true, failOnValidate: true, validateCount: 2 },
      validate: { timeout: PATIENCE },
    });
    // kOps makes it, and calls it so (https://github.com/kubernetes/kops/blob/v1.36.2/pkg/model/awsmodel/api_loadbalancer.go).
    const balancer = new DataAwsLb(this, "Api", {
      tags: { Name: `api.${name}`, KubernetesCluster: name },
      dependsOn: [updater],
    });

    this.name = updater.clusterName;
    this.endpoint = `https://${balancer.dnsName}`;
    this.serverName = `api.internal.${name}`;
    this.certificateAuthority = authority.certificate;
  }
}
