import { z } from "zod";
import { record, text } from "../../schema/primitives";

/** The domain leads to the entry point, in a Route 53 zone that exists already. */
export const route53 = record({
  kind: z.literal("route53"),
  zoneId: text("the id of a Route 53 hosted zone", "Z0123456789ABCDEFGHIJ", /^Z[0-9A-Z]{1,31}$/),
});

/** AWS Certificate Manager: the clusters' load balancers end TLS, and speak plain HTTP to the pods. */
export const acm = record({ kind: z.literal("acm") });
