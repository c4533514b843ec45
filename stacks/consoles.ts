import { consoleHost, type Tool } from "../config/consoles";
import type { Environment } from "../config/schema/environment";
import type { Sso } from "../constructs/consoles/sso";
import { secretVariable } from "../constructs/secret-variable";
import type { CertificateSource } from "../constructs/workload/certificate";
import { ingressOf } from "../constructs/workload/ingress";
import type { ClusterHandle } from "./cluster-handle";
import type { RegionalCertificates } from "./regional-certificates";
import type { PlatformStack } from "./workspace/platform-stack";

/** What the pages of a workspace's tools have in common, and their names. */
export interface Consoles<Shown extends Tool> {
  readonly sso: Sso;
  /** Sensitive. */
  readonly clientSecret: string;
  readonly hosts: Readonly<Partial<Record<Shown, string>>>;
  readonly certificate: CertificateSource;
  readonly ingress: ReturnType<typeof ingressOf>["callers"];
}

/** The pages of some tools of a cluster that people reach; none where none of them is shown. */
export function consolesOf<Shown extends Tool>(
  consumer: PlatformStack<object>,
  environment: Environment,
  cluster: ClusterHandle,
  certificates: RegionalCertificates,
  tools: readonly Shown[],
): Consoles<Shown> | undefined {
  const { consoles } = environment;
  const shown = tools.filter((tool) => consoles?.show.includes(tool));
  if (consoles === undefined || shown.length === 0 || !certificates.consoles) return undefined;
  const hosts = shown.map((tool) => [tool, consoleHost(tool, cluster.host(consumer))] as const);
  return {
    sso: consoles.sso,
    clientSecret: secretVariable(
      consumer,
      "sso_client_secret",
      "Secret of the client that the tools' pages are at the issuer of OpenID Connect",
    ),
    hosts: Object.fromEntries(hosts) as Partial<Record<Shown, string>>,
    certificate: certificates.consoles(hosts.map(([, host]) => host)),
    ingress: ingressOf(cluster.traits).callers,
  };
}
