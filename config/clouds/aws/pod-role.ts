/** kOps' name of a cluster. Names under `.k8s.local` are in no zone of DNS, and none has to be there. */
export const kopsNameOf = (environment: string, cluster: string): string =>
  `${environment}-${cluster}.k8s.local`;

/** A ServiceAccount of a cluster. */
export interface Account {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** The most that a role's name may have (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
export const LONGEST_ROLE = 64;

/**
 * The name that kOps gives the role of a ServiceAccount; longer ones it would cut
 * (https://github.com/kubernetes/kops/blob/v1.36.2/pkg/model/names.go).
 */
export const podRoleName = (cluster: string, { namespace, serviceAccount }: Account): string =>
  `${serviceAccount}.${namespace}.sa.${cluster}`;
