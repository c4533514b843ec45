import { DnsManagedZoneIamMember } from "@cdktf/provider-google/lib/dns-managed-zone-iam-member";
import type { Construct } from "constructs";
import { accountId } from "../../config/clouds/gcp/account-id";
import { isExposed } from "../../config/hosts";
import { workspaceName } from "../../config/names";
import { NAMESPACES } from "../../config/namespaces";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { CERT_MANAGER_ACCOUNT } from "../../constructs/cert-manager/cert-manager";
import { ClusterIssuer } from "../../constructs/cert-manager/cluster-issuer";
import type { Proof } from "../../constructs/cert-manager/objects";
import { useGoogle } from "../../constructs/gcp/provider";
import { identityOf, ServiceAccount } from "../../constructs/gcp/service-account";
import { useCluster } from "../../constructs/kubernetes/access";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, type GkeCluster, nameOf, projectOf } from "./configuration";
import type { GkeStack } from "./gke-stack";

export interface ClusterAddonsStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly cluster: GkeCluster;
  readonly network: GcpNetwork;
  readonly gke: GkeStack;
}

/** `<environment>-cluster-addons-<cluster>`: what makes a cluster fit for workloads: cert-manager with an issuer. */
export class ClusterAddonsStack extends PlatformStack {
  constructor(scope: Construct, props: ClusterAddonsStackProps) {
    const { environment, infrastructure, cluster, network, gke } = props;
    super(
      scope,
      workspaceName(environment.name, "cluster-addons", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    useGoogle(this, projectOf(environment, infrastructure), network.location);
    useCluster(this, gke.accessFor(this));

    const { certificates, charts } = environment;
    if (certificates.kind === "letsencrypt") {
      const account = this.zoneAccount(props);
      new ClusterIssuer(this, "Issuer", {
        signedBy: { ...certificates, proof: this.proofOf(props) },
        chartMirror: charts.mirror,
        serviceAccountAnnotations: account && identityOf(account.email),
      });
    }
    this.publish({});
  }

  private proofOf({ environment, infrastructure }: ClusterAddonsStackProps): Proof {
    const { certificates, dns, workloads } = environment;
    if (
      certificates.kind === "letsencrypt" &&
      certificates.challenge === "dns-01" &&
      dns.kind === "cloud-dns"
    ) {
      return { cloudDns: { project: infrastructure.projectId, zone: dns.zone } };
    }
    const served = workloads.find(({ role, services }) => role === "api" && services.some(isExposed));
    return { ingress: served?.name ?? "none" };
  }

  /** Who writes proofs into the zone, and into no other. */
  private zoneAccount({
    environment,
    infrastructure,
    cluster,
  }: ClusterAddonsStackProps): ServiceAccount | undefined {
    const { certificates, dns } = environment;
    if (
      dns.kind !== "cloud-dns" ||
      certificates.kind !== "letsencrypt" ||
      certificates.challenge !== "dns-01"
    )
      return undefined;
    const account = new ServiceAccount(this, "CertManager", {
      projectId: infrastructure.projectId,
      name: accountId(environment.name, cluster.name, "certs"),
      description: `cert-manager of the cluster ${nameOf(environment, cluster)}`,
      usedBy: [{ namespace: NAMESPACES.certManager, serviceAccount: CERT_MANAGER_ACCOUNT }],
    });
    new DnsManagedZoneIamMember(this, "Zone", {
      managedZone: dns.zone,
      role: "roles/dns.admin",
      member: account.member,
    });
    return account;
  }
}
