/**
 * What everything that runs in a cluster notices of it. Every kind of cluster has its own, computed from the configuration
 * alone: stacks above the infrastructure ask for these, and never which cloud it is.
 */
export interface ClusterTraits {
  /** The ingress that leads callers to services: the Traefik that K3s brings, or a Gateway that Contour serves. */
  readonly ingress: "traefik" | "gateway";

  /**
   * Where pods keep the copy of their certificate. A claim outlives them, and binds all of them to one node; memory
   * lets them spread, and never reaches a disk.
   */
  readonly certificateVolume: "claim" | "memory";

  /** Whether the network plugin enforces policies by address alone, or reads DNS and knows hosts by their names. */
  readonly cni: "kubernetes" | "cilium";

  /** Host of the registry that `{registry}` in an image's name stands for; none where the cloud makes none. */
  readonly registry: string | undefined;
}
