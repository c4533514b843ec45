import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { Construct } from "constructs";

/** Seconds that resolvers may keep the record; 1 is Cloudflare's "automatic", the only value for a proxied one. */
const TTL = { proxied: 1, direct: 300 };

export interface AddressRecordProps {
  readonly zoneId: string;

  /** The complete name: Cloudflare answers with it, and a shorter one would differ at every plan. */
  readonly name: string;

  /** IPv4 address. */
  readonly address: string;

  /** Whether users reach Cloudflare under this name, which passes their requests on; otherwise the address itself. */
  readonly proxied: boolean;
}

/** A name with an IPv4 address. */
export class AddressRecord extends Construct {
  constructor(scope: Construct, id: string, props: AddressRecordProps) {
    super(scope, id);

    new DnsRecord(this, "Resource", {
      zoneId: props.zoneId,
      name: props.name,
      type: "A",
      content: props.address,
      proxied: props.proxied,
      ttl: props.proxied ? TTL.proxied : TTL.direct,
    });
  }
}
