import type { Service } from "../../config/schema/environment";
import { fillTemplate } from "../../config/template";
import type { ClusterTraits } from "../../config/traits";

/** Where a workload runs. */
export interface Place extends ClusterTraits {
  readonly environment: string;
  readonly region: string;
  readonly cluster: string;
  /** The name that the cluster answers to. */
  readonly host: string;
}

/** The environment variables of a service in a place, as its configuration writes them. */
export const variablesIn = (place: Place, service: Service): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(service.env).map(([name, value]) => [
      name,
      fillTemplate(value, {
        ...place,
        image: service.image,
        port: String(service.port),
        "metrics-port": String(service.metrics?.port),
        "plain-http": String(service.protocol === "http"),
      }),
    ]),
  );
