import type { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { Construct } from "constructs";
import type { Environment } from "../../config/schema/environment";
import { variableSecret } from "../kubernetes/variable-secret";

/** Who knows people, and who of them may in. */
export type Sso = NonNullable<Environment["consoles"]>["sso"];

/** The Secret, in the namespace of each tool, with the secret of the issuer's client. */
export const SSO_SECRET = { name: "sso", key: "clientSecret" } as const;

/** What a tool asks the issuer for. */
export const SCOPES = ["openid", "profile", "email", "groups"] as const;

/** @param clientSecret - sensitive */
export const ssoSecret = (scope: Construct, namespace: string, clientSecret: string): SecretV1 =>
  variableSecret(scope, "Sso", {
    metadata: {
      name: SSO_SECRET.name,
      namespace,
      labels: { "app.kubernetes.io/part-of": "argocd" }, // Argo CD reads no other Secrets
    },
    data: { [SSO_SECRET.key]: clientSecret },
  });
