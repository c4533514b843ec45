import type { Rule } from "../../problem";
import type { Environment } from "../../schema/environment";
import { integer, record } from "../../schema/primitives";

/** Addresses of people are in them: who keeps them says for how long. */
const kept = {
  /** Days after which they are deleted. @default 90 */
  keepDays: integer("the number of days that logs are kept", 1, 3650, 90).default(90),
};

/** Who connected to what: through every network, and through the accelerator. In a bucket of each region. */
export const flowLogs = record(kept);

/** Every request that a load balancer answered. In the same bucket. */
export const accessLogs = record(kept);

/**
 * A network load balancer logs the listeners that end TLS alone
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html), and ours hands it through.
 */
export const accessLogsAreWritten: Rule = ({ infrastructure, certificates }: Environment) =>
  infrastructure.kind === "aws" && infrastructure.accessLogs && certificates.kind !== "acm"
    ? [
        {
          path: ["infrastructure", "accessLogs"],
          message:
            'only a load balancer that ends TLS writes any, and this one hands everything through; expected certificates { "kind": "acm" }, or no accessLogs',
        },
      ]
    : [];
