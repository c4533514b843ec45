import { some } from "../kubernetes/object";
import type { CertificateAuthority } from "../pki/certificate-authority";
import type { ClusterConfig } from "./bindings/cluster";
import { controlPlaneGroup, subnetNames } from "./instance-groups";
import type { KopsClusterProps } from "./kops-cluster";
import { externalPermission } from "./pod-identity";
import { storeUrl } from "./provider";

/** Days that backups of etcd are kept in the store; kOps' own default, which it writes into what is left out. */
const BACKUP_DAYS = 90;

/**
 * What kOps is told of a cluster (https://kops.sigs.k8s.io/cluster_spec/). What it would fill in is said here, because a plan
 * compares both.
 */
export function clusterSpec(props: KopsClusterProps, authority: CertificateAuthority): ClusterConfig {
  const { name, bastion } = props;
  return {
    name,
    kubernetesVersion: props.version,
    channel: "stable",
    configStore: { base: `${storeUrl(props.store)}/${name}` },
    secrets: { clusterCaCert: authority.certificate, clusterCaKey: authority.privateKey },

    api: {
      access: [...props.operatorCidrs],
      loadBalancer: { class: "Network", type: "Public", crossZoneLoadBalancing: true },
    },
    ...(bastion ? { adminSshKey: bastion.sshPublicKey, sshAccess: [...bastion.sourceCidrs] } : {}), // without a key the machines admit no SSH
    networking: networking(props),
    etcdCluster: ["main", "events"].map((etcd) => ({
      name: etcd,
      manager: { backupRetentionDays: BACKUP_DAYS },
      member: Array.from({ length: props.controlPlane.count }, (_, index) => ({
        name: controlPlaneGroup(index),
        instanceGroup: controlPlaneGroup(index),
        encryptedVolume: true,
      })),
    })),
    kubelet: { anonymousAuth: { value: false } },

    cloudProvider: {
      aws: {
        nlbSecurityGroupMode: "Managed", // balancers of Services get a group of their own, and not the nodes' all
        ebsCsiDriver: { enabled: true, managed: true },
        nodeTerminationHandler: {
          enabled: true,
          enableSpotInterruptionDraining: true,
          enableRebalanceMonitoring: true,
          enableSqsTerminationDraining: { value: true },
        },
      },
    },
    cloudConfig: { manageStorageClasses: { value: false } }, // the default one is the platform's
    metricsServer: { enabled: true, insecure: true }, // its certificate is its own; kOps' default
    clusterAutoscaler: {
      enabled: props.nodes.autoscaler,
      balanceSimilarNodeGroups: true, // the zones stay alike
      skipNodesWithLocalStorage: false, // nearly every pod has a volume in memory or on its node
      skipNodesWithSystemPods: false,
    },
    ...identities(props),
  };
}

/** Machines and pods in private subnets of a network that is there already; kOps changes nothing of it, not even tags. */
const networking = (props: KopsClusterProps): ClusterConfig["networking"] => ({
  networkId: props.vpcId,
  subnet: props.zones.flatMap(({ id, name: zone, privateSubnetId, publicSubnetId }) => [
    { name: subnetNames(id).private, type: "Private", zone, id: privateSubnetId },
    { name: subnetNames(id).public, type: "Utility", zone, id: publicSubnetId },
  ]),
  tagSubnets: { value: false },
  topology: { dns: "None" },
  calico: {},
});

/** What machines and pods may do in AWS. */
const identities = (props: KopsClusterProps): Partial<ClusterConfig> => ({
  additionalPolicies: { node: props.nodePolicy },
  iam: {
    useServiceAccountExternalPermissions: props.discoveryStore !== undefined,
    ...(props.boundary === undefined ? {} : { permissionsBoundary: props.boundary }),
    ...some("serviceAccountExternalPermissions", (props.podRights ?? []).map(externalPermission)),
  },
  ...(props.discoveryStore === undefined
    ? {}
    : {
        serviceAccountIssuerDiscovery: {
          discoveryStore: `${storeUrl(props.discoveryStore)}/${props.name}`,
          enableAwsOidcProvider: true,
        },
      }),
});
