/**
 * What everything that runs in a cluster notices of it. Every kind of cluster has its own, computed from the configuration
 * alone: stacks above the infrastructure ask for these, and never which cloud it is.
 */
export interface ClusterTraits {
  /**
   * The ingress that leads callers to services: the Traefik that K3s brings, one that the platform installs by its chart,
   * a Gateway that Contour serves, or a load balancer that Google's controller makes of an Ingress; none where services have load
   * balancers of their own.
   */
  readonly ingress: "traefik" | "traefik-chart" | "gateway" | "gce" | "none";

  /**
   * Where pods find their certificate. In a claim or in memory they keep a copy: a claim outlives them, and binds all of
   * them to one node; memory lets them spread, and never reaches a disk. A `secret` is mounted as it is.
   */
  readonly certificateVolume: "claim" | "memory" | "secret";

  /** Whether the network plugin enforces policies by address alone, or reads DNS and knows hosts by their names. */
  readonly cni: "kubernetes" | "cilium";

  /**
   * What the pods of its Prometheus are called, for those who admit them: an agent, where another cluster keeps the samples.
   * Prometheus' operator gives the name, and takes no other.
   */
  readonly prometheus: "prometheus" | "prometheus-agent";

  /** Host of the registry that `{registry}` in an image's name stands for; none where the cloud makes none. */
  readonly registry: string | undefined;

  /** The Secret, in every workload's namespace, that its images are pulled with; none where nodes may pull by themselves. */
  readonly registrySecret: string | undefined;

  /** Where its ingress calls services from: CIDRs with commas between them. */
  readonly proxies: string;

  /** Whether it has one node and no more, so that every caller has a pod of every service beside it. @default false */
  readonly isOneNode?: boolean;

  /** How a service gets a load balancer of its own. @default - the cloud makes none */
  readonly serviceBalancers?: Readonly<Record<"internal" | "public", ServiceBalancerTraits>> | undefined;

  /** What the load balancer is told, where ingress is "gce". */
  readonly loadBalancer?: LoadBalancerTraits | undefined;
}

/** A load balancer that a cloud's controller makes of a Service. */
export interface ServiceBalancerTraits {
  /** What the controller is told. */
  readonly annotations: Readonly<Record<string, string>>;

  /** CIDRs of those who may call it; pods see who they are. */
  readonly callers: readonly string[];
}

/** A load balancer that a cloud makes of an Ingress. */
export interface LoadBalancerTraits {
  /** Name of the static address. */
  readonly address: string;

  /** Name of the policy about versions and ciphers of TLS. */
  readonly tlsPolicy: string;

  /**
   * What it shows callers: a certificate from a Secret beside the Ingress, one that the cloud issues, one that is there already, or
   * nothing, over plain HTTP.
   */
  readonly tls:
    | { readonly kind: "secret" | "managed" | "none" }
    | { readonly kind: "named"; readonly name: string };

  /** Seconds that a request may take. */
  readonly timeoutSeconds: number;

  /** Name of the rules that requests are held to. @default - none */
  readonly securityPolicy: string | undefined;

  /** The share of requests that are logged, in percent. @default - as its controller has it */
  readonly accessLogs?: number | undefined;
}
