import { placesOf } from "../../places";
import type { Rule } from "../../problem";
import { sqlWarnings } from "./sql";

/**
 * Autopilot's nodes answer DNS by a cache of their own (https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache), and a
 * pod whose egress is listed must be allowed to ask it.
 */
const autopilotHasItsOwnDns: Rule = (environment) =>
  placesOf(environment).flatMap((cluster) =>
    cluster.kind === "gke" && cluster.autopilot
      ? [
          {
            path: ["regions", cluster.region, "clusters", cluster.name, "autopilot"],
            message:
              "its nodes answer DNS themselves, and the platform's NetworkPolicies let pods ask the cluster's DNS alone: pods with egress would find no names; better false",
          },
        ]
      : [],
  );

/** What works on GCP and will hurt. */
export const warnings: readonly Rule[] = [autopilotHasItsOwnDns, ...sqlWarnings];
