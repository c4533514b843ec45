import { type Account, podRoleName } from "../../config/clouds/aws/pod-role";
import { jsonText, type Statement } from "../aws/policy";
import type { ClusterIamServiceAccountExternalPermissions } from "./bindings/cluster";

/** What the pods of a ServiceAccount may do in AWS: kOps makes the role, within the boundary of the cluster's. */
export interface PodRights extends Account {
  readonly statements: readonly Statement[];
}

/** A role, as kOps is told of it (https://kops.sigs.k8s.io/cluster_spec/#service-account-issuer-discovery-and-aws-iam-roles-for-service-accounts-irsa). */
export const externalPermission = ({
  namespace,
  serviceAccount,
  statements,
}: PodRights): ClusterIamServiceAccountExternalPermissions => ({
  name: serviceAccount,
  namespace,
  aws: { inlinePolicy: jsonText(statements) }, // kOps puts them into a document of its own
});

const FOLDER = "/var/run/secrets/amazonaws.com";
const VOLUME = "token-amazonaws-com";

export interface PodIdentityProps extends Account {
  readonly accountId: string;

  /** AWS' name of the region. */
  readonly region: string;

  /** kOps' name of the cluster. */
  readonly cluster: string;
}

/**
 * What pods need to be the role: a token for AWS alone, which the kubelet renews, and the variables by which every SDK of AWS finds
 * it (https://github.com/kubernetes/kops/blob/v1.36.2/pkg/model/iam/subject.go).
 */
export const podIdentity = (props: PodIdentityProps) => ({
  env: [
    { name: "AWS_REGION", value: props.region },
    {
      name: "AWS_ROLE_ARN",
      value: `arn:aws:iam::${props.accountId}:role/${podRoleName(props.cluster, props)}`,
    },
    { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: `${FOLDER}/token` },
  ],
  volumes: [
    {
      name: VOLUME,
      projected: {
        sources: [
          { serviceAccountToken: { audience: "amazonaws.com", expirationSeconds: 3600, path: "token" } },
        ],
      },
    },
  ],
  mounts: [{ name: VOLUME, mountPath: FOLDER, readOnly: true as const }],
});
