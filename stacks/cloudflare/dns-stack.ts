import { DataCloudflareIpRanges } from "@cdktf/provider-cloudflare/lib/data-cloudflare-ip-ranges";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { chosenName, edgeCluster, type PlacedCluster } from "../../config/topology";
import { AddressRecord } from "../../constructs/cloudflare/address-record";
import { AuthenticatedOriginPulls } from "../../constructs/cloudflare/authenticated-origin-pulls";
import { OriginCertificate } from "../../constructs/cloudflare/origin-certificate";
import { useCloudflare } from "../../constructs/cloudflare/provider";
import { ZoneSettings } from "../../constructs/cloudflare/zone-settings";
import type { ClusterHandle } from "../cluster-handle";
import type { Infrastructure } from "../infrastructure";
import { PlatformStack, sensitive } from "../workspace/platform-stack";

/** Names that resolve, and what the balancer and Cloudflare prove themselves to each other with. */
export type DnsOutputs = {
  /** The balancer's certificate, PEM. */
  readonly "origin-certificate": string;
  /** Its private key, PEM; sensitive. */
  readonly "origin-key": string;
  /** The CA of the certificate that Cloudflare presents, PEM. */
  readonly "origin-pull-ca": string;
} & {
  /** The DNS name of a cluster. */
  readonly [Host in `${string}-host`]: string;
};

export interface DnsStackProps {
  readonly environment: Environment;
  readonly dns: Extract<Environment["dns"], { kind: "cloudflare" }>;
  readonly infrastructure: Infrastructure;
}

/**
 * `<environment>-dns`: the names of all clusters in a Cloudflare zone. Users reach the balancer's name through Cloudflare,
 * and only Cloudflare reaches the balancer; the other names lead to the clusters themselves.
 */
export class DnsStack extends PlatformStack<DnsOutputs> {
  constructor(scope: Construct, { environment, dns, infrastructure }: DnsStackProps) {
    super(scope, workspaceName(environment.name, "dns"), environment.state);
    useCloudflare(this);
    new TlsProvider(this, "Tls");
    const { zoneId } = dns;

    const records = new Construct(this, "Records");
    for (const handle of infrastructure.clusters) {
      new AddressRecord(records, handle.place.cluster, {
        zoneId,
        name: handle.hostName(this),
        address: handle.address(this),
        proxied: handle.role === "edge",
      });
    }
    if (dns.manageZone) new ZoneSettings(this, "Zone", { zoneId, minimumTls: dns.minimumTls });

    const origin = new OriginCertificate(this, "Origin", { hostName: entryPoint(environment) });
    const pulls = new AuthenticatedOriginPulls(this, "OriginPulls", {
      zoneId,
      name: environment.name,
      protect: environment.protect,
    });
    infrastructure.admitToEdge?.(this, new DataCloudflareIpRanges(this, "Ranges").ipv4Cidrs);

    this.publish({
      "origin-certificate": origin.certificate,
      "origin-key": sensitive(origin.privateKey),
      "origin-pull-ca": pulls.ca,
      ...Object.fromEntries(
        infrastructure.clusters.map((handle) => [`${handle.place.cluster}-host`, handle.hostName(this)]),
      ),
    });
  }

  /** A cluster whose name resolves: a workspace that reads the name is applied after its record. */
  named(handle: ClusterHandle): ClusterHandle {
    return { ...handle, host: (consumer) => this.hostOf(`${handle.place.cluster}-host`, consumer) };
  }

  private hostOf<Name extends `${string}-host`>(name: Name, consumer: PlatformStack<object>): string {
    return consumer.consume(this, name)[name];
  }
}

/** The name that users call: all edge clusters have it, each with a record of its own. */
const entryPoint = (environment: Environment): string =>
  chosenName(edgeCluster(environment) as PlacedCluster);
