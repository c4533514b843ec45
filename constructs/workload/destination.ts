import type { Place } from "../../config/place";
import type { Service, Workload } from "../../config/schema/environment";
import { fillTemplate } from "../../config/template";
import type { ClusterTraits } from "../../config/traits";
import type { UsedDatabase } from "../database/used-database";
import { verbatim } from "./verbatim";

/** The cluster that a workload goes into, as its objects see it. */
export interface Destination extends Place, ClusterTraits {
  /** The name that the cluster answers to. */
  readonly host: string;

  /** Everything that runs there: a policy names those that call each other. */
  readonly workloads: readonly Workload[];

  /** The databases that they use and the platform makes users in. */
  readonly databases: readonly UsedDatabase[];
}

/** The environment variables of a service in a cluster, as a pod writes them; secrets are no part of them. */
export const variablesIn = (destination: Destination, service: Service): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(service.env).map(([name, value]) => [
      name,
      fillTemplate(verbatim(value), {
        ...destination,
        image: service.image,
        port: String(service.port),
        "metrics-port": String(service.metrics?.port),
        "plain-http": String(service.protocol === "http"),
      }),
    ]),
  );
