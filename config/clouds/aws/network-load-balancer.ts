const ANNOTATION = "service.beta.kubernetes.io/aws-load-balancer-";

export interface NlbSettings {
  /** Whether it has addresses of the network alone. */
  readonly isInternal?: boolean;

  /** Tags of everything that AWS makes for it. */
  readonly tags: Readonly<Record<string, string>>;

  /** The name that External DNS leads to it. @default - none */
  readonly hostName?: string | undefined;
}

/** The tags of what belongs to an environment. */
export const tagsOf = (environment: string) => ({ environment, "managed-by": "terraform" });

/**
 * What a Service of type LoadBalancer says, so that the cluster's cloud controller makes a network load balancer
 * (https://github.com/kubernetes/cloud-provider-aws/blob/v1.35.0/docs/service_controller.md).
 */
export const nlbAnnotations = ({
  isInternal = false,
  tags,
  hostName,
}: NlbSettings): Record<string, string> => ({
  [`${ANNOTATION}type`]: "nlb",
  // Fewer pods than zones must not leave a zone without an answer.
  [`${ANNOTATION}cross-zone-load-balancing-enabled`]: "true",
  [`${ANNOTATION}additional-resource-tags`]: Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(","),
  ...(isInternal ? { [`${ANNOTATION}internal`]: "true" } : {}),
  // https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/
  ...(hostName === undefined ? {} : { "external-dns.alpha.kubernetes.io/hostname": hostName }),
});
