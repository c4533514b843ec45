import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { DataHttp } from "../http/bindings/data-http";
import { HttpProvider } from "../http/bindings/provider";

/** The list is public, and takes no key: https://www.vultr.com/api/#operation/get-kubernetes-versions */
const VERSIONS = "https://api.vultr.com/v2/kubernetes/versions";

export interface OfferedVersionProps {
  /** The cluster's name in the configuration. */
  readonly cluster: string;
  /** `v1.35.5+1`. */
  readonly version: string;
}

/**
 * Says at plan what Vultr itself refuses only at apply, and in fewer words: that it has taken a release out of its offer, and
 * what it offers instead. A check, which stops nothing: a cluster that runs such a release goes on doing so.
 */
export class OfferedVersion extends Construct {
  constructor(scope: Construct, id: string, { cluster, version }: OfferedVersionProps) {
    super(scope, id);
    new HttpProvider(scope, "Http");
    const answer = new DataHttp(this, "Resource", { url: VERSIONS, requestTimeoutMs: 10_000 });
    const offered = `try(jsondecode(data.http.${answer.friendlyUniqueId}.response_body).versions, [])`;
    // cdktf has no class for checks.
    TerraformStack.of(this).addOverride("check.offered_version", {
      assert: {
        condition: `\${length(${offered}) == 0 || contains(${offered}, ${JSON.stringify(version)})}`, // no answer says nothing
        error_message: `cluster "${cluster}": Vultr does not offer ${version} for new clusters and upgrades; it offers \${join(", ", ${offered})}. Set the cluster's version to one of these before it is made or upgraded; one that runs it already stays as it is.`,
      },
    });
  }
}
