import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { AssetType, Fn, ref, TerraformAsset, Token } from "cdktf";
import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { ClusterRole, Environment } from "../../config/schema/environment";
import { chosenName } from "../../config/topology";
import { Admission } from "../../constructs/azure/admission";
import { useAzure } from "../../constructs/azure/provider";
import { ScriptExtension } from "../../constructs/azure/script-extension";
import { VirtualMachine } from "../../constructs/azure/virtual-machine";
import { BOOTSTRAP_SCRIPT, customScript } from "../../constructs/k3s/bootstrap";
import { ClusterAuthorities } from "../../constructs/k3s/cluster-authorities";
import { serverConfig } from "../../constructs/k3s/config";
import { admissionConfig, auditPolicy } from "../../constructs/k3s/policies";
import { traefikConfig } from "../../constructs/k3s/traefik";
import type { ClientCertificateOutputs } from "../client-certificate";
import { PlatformStack, sensitive } from "../workspace/platform-stack";
import type { AzureInfrastructure, K3sCluster } from "./configuration";
import type { NetworkStack, NodePlacement } from "./network-stack";

/** Access to the cluster's API as an administrator, and to its machine. */
export interface K3sNodeOutputs extends ClientCertificateOutputs {
  /** What `ssh` calls: `user@address`. */
  readonly ssh: string;
}

/** Azure VM sizes with two processors; an `api` node needs 5 GiB, the balancer's 3. */
export const DEFAULT_SIZES: Readonly<Record<ClusterRole, string>> = {
  api: "Standard_B2ms",
  tooling: "Standard_B2ms",
  edge: "Standard_B2s",
};

/** The longest that every step of the bootstrap script may take, together with the machine's own first boot. */
const BOOTSTRAP_MINUTES = 60;

/** An edge cluster, and the network of its region. */
export interface EdgeNode {
  readonly name: string;
  readonly network: NetworkStack;
}

export interface K3sNodeStackProps {
  readonly environment: Environment;
  readonly infrastructure: AzureInfrastructure;
  readonly cluster: K3sCluster;

  /** The network of the cluster's region. */
  readonly network: NetworkStack;

  /** The edge clusters, which alone call clusters that serve users. */
  readonly edges: readonly EdgeNode[];
}

/** `<environment>-k3s-node-<cluster>`: the authorities of a cluster, its one machine, and K3s on it. */
export class K3sNodeStack extends PlatformStack<K3sNodeOutputs> {
  constructor(scope: Construct, props: K3sNodeStackProps) {
    const { environment, infrastructure, cluster, network } = props;
    super(
      scope,
      workspaceName(environment.name, "k3s-node", { region: cluster.region, cluster: cluster.name }),
      environment.state,
    );
    useAzure(this, infrastructure.subscriptionId);
    new TlsProvider(this, "Tls");

    const name = `${environment.name}-${cluster.name}`;
    const placement = network.placementOf(cluster.name, this);
    const authorities = new ClusterAuthorities(this, "Authorities", {
      cluster: name,
      protect: environment.protect,
    });
    const machine = new VirtualMachine(this, "Machine", {
      name,
      resourceGroup: placement.resourceGroup,
      location: placement.location,
      size: cluster.size ?? DEFAULT_SIZES[cluster.role],
      diskGiB: cluster.diskGiB,
      subnetId: placement.subnetId,
      privateAddress: placement.privateAddress,
      publicAddressId: placement.addressId,
      adminUsername: infrastructure.adminUsername,
      sshPublicKey: infrastructure.sshPublicKey,
      encryptionAtHost: infrastructure.encryptionAtHost,
      hasIdentity: infrastructure.backups !== undefined,
    });
    const backups = infrastructure.backups && network.backupsOf(cluster.name, this);
    if (backups) {
      new RoleAssignment(this, "WriteBackups", {
        scope: backups.id,
        roleDefinitionName: "Storage Blob Data Contributor",
        principalId: machine.principalId,
      });
    }
    new ScriptExtension(this, "Bootstrap", {
      name: "k3s",
      machineId: machine.id,
      script: this.bootstrap(props, authorities, placement, backups?.url),
      timeoutMinutes: BOOTSTRAP_MINUTES,
    });
    if (cluster.role === "api") this.admitBalancer(props);

    this.publish({
      host: `https://${placement.address}:6443`,
      "cluster-ca": authorities.server.certificate,
      "client-certificate": authorities.administrator.certificate,
      "client-key": sensitive(authorities.administrator.privateKey),
      ssh: `${infrastructure.adminUsername}@${placement.address}`,
    });
  }

  /** The script that makes the machine a K3s server, with all that it must know. */
  private bootstrap(
    { cluster, infrastructure }: K3sNodeStackProps,
    { client, server }: ClusterAuthorities,
    { address, privateAddress }: NodePlacement,
    backups: string | undefined,
  ): string {
    const { version, sha256, releases } = infrastructure.k3s;
    const bundledTraefik = cluster.role !== "edge";
    const script = new TerraformAsset(this, "BootstrapScript", {
      path: BOOTSTRAP_SCRIPT,
      type: AssetType.FILE,
    });
    return customScript(
      {
        config: serverConfig({
          tlsSans: [address, chosenName(cluster)],
          bundledTraefik,
          nodeIp: privateAddress,
          nodeExternalIp: address,
          region: cluster.region,
        }),
        admission: admissionConfig(),
        audit: auditPolicy(),
        authorities: { client, server },
        ...(bundledTraefik ? { traefik: traefikConfig(version) } : {}),
        version,
        ...(sha256 === undefined ? {} : { checksums: { amd64: sha256 } }),
        ...(releases === undefined ? {} : { releases }),
        ...(backups === undefined ? {} : { backup: { container: backups } }),
      },
      // Joined: inside a string, cdktf takes an expression in a function's argument for text.
      Fn.join("/", [Token.asString(ref("path.module", this)), script.path]),
    );
  }

  /** Opens HTTPS to the balancer, which calls from its public address even within one virtual network. */
  private admitBalancer({ cluster, network, edges }: K3sNodeStackProps): void {
    new Admission(this, "AdmitBalancer", {
      ...network.securityGroupOf(cluster.name, this),
      name: "balancer-https",
      port: 443,
      from: edges.map((edge) => edge.network.addressOf(edge.name, this)),
      reason: "The load balancer passes users on; nobody else calls a region",
    });
  }
}
