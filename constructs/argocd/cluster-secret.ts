import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Fn, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { ARGOCD } from "../../config/composed-names";
import type { ClusterRole } from "../../config/schema/environment";

interface Labelled {
  readonly environment: string;
  readonly role: ClusterRole;
}

/** What the generators of ApplicationSets choose clusters by. */
export const clusterLabels = ({ environment, role }: Labelled): Readonly<Record<string, string>> => ({
  "argocd.argoproj.io/secret-type": "cluster",
  environment,
  role,
});

/** How an account of a cluster is reached. */
export interface AccountAccess {
  /** URL of the Kubernetes API. */
  readonly server: string;
  /** The API's CA, PEM. @default - a public authority */
  readonly certificateAuthority?: string | undefined;
  /** The name that the API's certificate is for. @default - that of the URL */
  readonly serverName?: string | undefined;
  /** The account's token; sensitive. */
  readonly token: string;
}

export interface ClusterSecretProps extends Labelled {
  /** Of the cluster that Argo CD runs in. */
  readonly provider: TerraformProvider;

  readonly cluster: string;
  readonly region: string;
  readonly access: AccountAccess;
  /** The name that the cluster answers to, which may be known only at apply. */
  readonly host: string;
  /** The cluster's folder in the repository. */
  readonly folder: string;
  /** The namespaces that Argo CD looks into, and no others; what belongs to none it leaves alone. */
  readonly namespaces: readonly string[];
}

/**
 * Tells Argo CD of a cluster (https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters). Templates
 * of ApplicationSets read the annotations.
 */
export class ClusterSecret extends Construct {
  constructor(scope: Construct, id: string, props: ClusterSecretProps) {
    super(scope, id);
    const { provider, cluster, region, access, host, folder, namespaces } = props;
    new SecretV1(this, "Resource", {
      provider,
      metadata: {
        name: `cluster-${cluster}`,
        namespace: ARGOCD,
        labels: { ...clusterLabels(props) },
        annotations: { host, region, folder },
      },
      data: {
        name: cluster,
        server: access.server,
        namespaces: namespaces.join(","),
        clusterResources: "false",
        config: Fn.jsonencode({
          bearerToken: access.token,
          tlsClientConfig: {
            insecure: false,
            ...(access.certificateAuthority ? { caData: Fn.base64encode(access.certificateAuthority) } : {}),
            ...(access.serverName ? { serverName: access.serverName } : {}),
          },
        }),
      },
    });
  }
}
