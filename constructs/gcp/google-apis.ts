import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import { Construct } from "constructs";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";

/** Where Google's APIs answer to who has no public address (https://cloud.google.com/vpc/docs/configure-private-google-access). */
const ADDRESSES = "199.36.153.8/30";

/** Where a node tells a pod whose account it has (https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity). */
const METADATA = "169.254.169.254/32";

/** What pods need that call Google's APIs as an account of their own. */
export const toGoogleApis: readonly INetworkPolicyEgressRule[] = [
  { to: [{ ipBlock: { cidr: ADDRESSES } }], ports: [{ protocol: "TCP", port: 443 }] },
  { to: [{ ipBlock: { cidr: METADATA } }], ports: [{ protocol: "TCP", port: 80 }] },
];

/** Leads names of Google's APIs to few addresses in a network, which policies can name. */
export class GoogleApis extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { name, network }: { readonly name: string; readonly network: string },
  ) {
    super(scope, id);
    const zone = new DnsManagedZone(this, "Zone", {
      name: `${name}-googleapis`,
      dnsName: "googleapis.com.",
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: network }] },
    });
    const [first, last] = [8, 11];
    const record = { managedZone: zone.name, ttl: 300 };
    new DnsRecordSet(this, "Addresses", {
      ...record,
      name: "private.googleapis.com.",
      type: "A",
      rrdatas: Array.from({ length: last - first + 1 }, (_, index) => `199.36.153.${first + index}`),
    });
    new DnsRecordSet(this, "Names", {
      ...record,
      name: "*.googleapis.com.",
      type: "CNAME",
      rrdatas: ["private.googleapis.com."],
    });
  }
}
