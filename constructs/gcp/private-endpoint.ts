import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeForwardingRule } from "@cdktf/provider-google/lib/compute-forwarding-rule";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import { Construct } from "constructs";

export interface PrivateEndpointProps {
  readonly name: string;
  /** Google's name of the region. */
  readonly location: string;
  /** Ids. */
  readonly network: string;
  readonly subnetwork: string;
  /** What it leads to: the link of a service attachment. */
  readonly service: string;
  /** The name that leads to it in the network, with a dot at its end, and the zone that holds it. */
  readonly host: string;
  readonly zone: string;
}

/**
 * An address in a network behind which Google runs something (Private Service Connect). Unlike a peering, it goes when it is
 * destroyed.
 */
export class PrivateEndpoint extends Construct {
  constructor(scope: Construct, id: string, props: PrivateEndpointProps) {
    super(scope, id);
    const { name, location: region } = props;
    const address = new ComputeAddress(this, "Address", {
      name,
      region,
      subnetwork: props.subnetwork,
      addressType: "INTERNAL",
    });
    new ComputeForwardingRule(this, "Resource", {
      name,
      region,
      network: props.network,
      ipAddress: address.selfLink,
      target: props.service,
      loadBalancingScheme: "", // of Private Service Connect: https://cloud.google.com/vpc/docs/configure-private-service-connect-services
    });
    new DnsRecordSet(this, "Record", {
      managedZone: props.zone,
      name: props.host,
      type: "A",
      ttl: 300,
      rrdatas: [address.address],
    });
  }
}
