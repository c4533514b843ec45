import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import type { ClusterAuthority } from "../../constructs/cert-manager/cluster-issuer";
import { chosen } from "../../constructs/chosen";
import { CertificateAuthority } from "../../constructs/pki/certificate-authority";
import { IntermediateAuthority } from "../../constructs/pki/intermediate-authority";
import { PlatformStack, sensitive } from "../workspace/platform-stack";

/** The CA that callers are given, and an authority below it for every cluster. */
export type PkiOutputs = {
  /** The CA's certificate, PEM. */
  readonly ca: string;
} & {
  /** The authority's certificate and the CA's, PEM. */
  readonly [Chain in `${string}-chain`]: string;
} & {
  /** Private keys of the authorities, PEM; sensitive. */
  readonly [Key in `${string}-key`]: string;
};

/**
 * `<environment>-pki`: the platform's CA, which certifies no name: a name may be known only once its cluster has an address.
 * Every cluster issues its own, so none waits for another, and none can speak for another.
 */
export class PkiStack extends PlatformStack<PkiOutputs> {
  constructor(scope: Construct, environment: Environment) {
    super(scope, workspaceName(environment.name, "pki"), environment.state);
    new TlsProvider(this, "Tls");

    const authority = new CertificateAuthority(this, "Authority", {
      commonName: `Meridian ${environment.name} CA`,
      protect: environment.protect,
    });
    const clusters = clustersOf(environment).map(({ name }) => ({
      name,
      own: new IntermediateAuthority(chosen(this), name, {
        authority,
        commonName: `Meridian ${environment.name} ${name} CA`,
      }),
    }));

    this.publish({
      ca: authority.certificate,
      ...Object.fromEntries(
        clusters.flatMap(({ name, own }) => [
          [`${name}-chain`, own.chain],
          [`${name}-key`, sensitive(own.privateKey)],
        ]),
      ),
    });
  }

  /** The authority of a cluster, as `consumer` reads it. */
  authorityOf(cluster: string, consumer: PlatformStack<object>): ClusterAuthority {
    const read = <Name extends keyof PkiOutputs & string>(name: Name): PkiOutputs[Name] =>
      consumer.consume(this, name)[name];
    return { chain: read(`${cluster}-chain`), key: read(`${cluster}-key`) };
  }
}
