import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import { EndpointsService } from "@cdktf/provider-google/lib/endpoints-service";
import type { Construct } from "constructs";
import { stringify } from "yaml";

/** Leads a name to an address, in a zone of Cloud DNS. */
export const zoneRecord = (
  scope: Construct,
  id: string,
  { zone, host, address }: { readonly zone: string; readonly host: string; readonly address: string },
): DnsRecordSet =>
  new DnsRecordSet(scope, id, {
    managedZone: zone,
    name: `${host}.`,
    type: "A",
    ttl: 300,
    rrdatas: [address],
  });

/**
 * A name that Cloud Endpoints gives away, leading to an address. It describes an API without a path: nothing else of Endpoints is
 * used. Never destroyed: a deleted name is refused for 30 days
 * (https://cloud.google.com/endpoints/docs/openapi/cloud-goog-dns-configure).
 */
export const endpointsName = (
  scope: Construct,
  id: string,
  { host, address }: { readonly host: string; readonly address: string },
): EndpointsService =>
  new EndpointsService(scope, id, {
    serviceName: host,
    openapiConfig: stringify({
      swagger: "2.0",
      info: { title: host, description: "A name", version: "1.0.0" },
      host,
      paths: {},
      "x-google-endpoints": [{ name: host, target: address }],
    }),
    lifecycle: { preventDestroy: true },
  });
