import type { Service } from "../../config/schema/environment";
import { fillTemplate } from "../../config/template";

/** What workloads notice of the cluster that they run in. Every kind of cluster has its own. */
export interface ClusterTraits {
  /**
   * The ingress that leads callers to services: the Traefik that K3s brings, or a Gateway that Contour serves.
   *
   * @default "traefik"
   */
  readonly ingress?: "traefik" | "gateway";

  /**
   * Where pods keep the copy of their certificate. A claim outlives them, and binds all of them to one node; memory
   * lets them spread, and never reaches a disk.
   *
   * @default "claim"
   */
  readonly certificateVolume?: "claim" | "memory";

  /** Host of the registry that `{registry}` in an image's name stands for. @default - the infrastructure has none */
  readonly registry?: string;
}

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
