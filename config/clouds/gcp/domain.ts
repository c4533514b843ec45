import { z } from "zod";
import { name, record } from "../../schema/primitives";

/** The clusters' names lead to their addresses, in a zone of Cloud DNS that exists already, in the same project. */
export const cloudDns = record({
  kind: z.literal("cloud-dns"),
  /** What Google calls the zone, not its domain: `gcloud dns managed-zones list`. */
  zone: name("the name of a managed zone", "example-zone", 63),
});

/**
 * Names that Cloud Endpoints gives away: `<cluster>.endpoints.<project>.cloud.goog`. A name that was deleted cannot be taken again
 * for 30 days (https://cloud.google.com/endpoints/docs/openapi/cloud-goog-dns-configure), so Terraform never deletes one.
 */
export const endpoints = record({ kind: z.literal("endpoints") });

/** What Endpoints' names of a project end with. */
export const endpointsDomain = (projectId: string): string => `endpoints.${projectId}.cloud.goog`;

/** Google's own certificate, proved by the load balancer that it is for: it is there some time after the name leads there. */
export const googleManaged = record({ kind: z.literal("google-managed") });

/** One that exists in the project: `gcloud compute ssl-certificates list`. */
export const preShared = record({
  kind: z.literal("pre-shared"),
  name: name("the name of an SSL certificate of the project", "example-certificate", 63),
});
