import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import type { Pods } from "../kubernetes/network-policy";
import {
  AUTHORITIES_CONFIG_MAP,
  CERTIFICATE_SECRET,
  chartValues,
  FILES,
  USERS_ENTRY_POINT,
} from "./chart-values";
import { type DynamicConfigurationProps, dynamicConfiguration } from "./dynamic-configuration";
import { balancerPolicy } from "./network-policy";

const NAMESPACE = NAMESPACES.traefik;

/** What the balancer proves itself with, and what it asks of its callers. All PEM. */
export interface EdgeCertificate {
  readonly certificate: string;

  /** Sensitive. */
  readonly key: string;

  /**
   * The CA of the certificates that callers must present: of authenticated origin pulls, where only Cloudflare may call.
   *
   * @default - callers need no certificate
   */
  readonly clientAuthority?: string | undefined;
}

export interface LoadBalancerProps
  extends Pick<
    DynamicConfigurationProps,
    "host" | "regions" | "routing" | "healthCheck" | "dialTimeoutSeconds"
  > {
  readonly certificate: EdgeCertificate;

  /** The CA of the backends' certificates, PEM. @default - the CAs of the system */
  readonly backendAuthority?: string | undefined;

  /** The pods that ask for its metrics. */
  readonly scraper: Pods;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/**
 * Traefik on the ports 80 and 443 of its node: ends TLS, finds the request's region, and passes it on over TLS that it
 * verifies.
 */
export class LoadBalancer extends Construct {
  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { certificate, backendAuthority } = props;
    const { clientAuthority } = certificate;

    // Host ports are refused by every standard below "privileged". The pod itself keeps to "restricted" otherwise.
    const namespace = new Namespace(this, "Namespace", { name: NAMESPACE, podSecurity: "privileged" });

    const secret = new SecretV1(this, "Certificate", {
      metadata: { name: CERTIFICATE_SECRET, namespace: namespace.name },
      type: "kubernetes.io/tls",
      data: { "tls.crt": certificate.certificate, "tls.key": certificate.key },
    });
    const authorities = new ConfigMapV1(this, "Authorities", {
      metadata: { name: AUTHORITIES_CONFIG_MAP, namespace: namespace.name },
      data: {
        ...(backendAuthority === undefined ? {} : { "backend-ca.crt": backendAuthority }),
        ...(clientAuthority === undefined ? {} : { "client-ca.crt": clientAuthority }),
      },
    });
    const onlyCloudflareCalls = clientAuthority !== undefined;
    const redirectHttp = !onlyCloudflareCalls; // Cloudflare calls port 443 alone
    const network = new ManifestRelease(this, "Network", {
      name: "traefik-network",
      namespace: namespace.name,
      objects: [
        balancerPolicy(
          NAMESPACE,
          props.regions.flatMap(({ clusters }) => clusters),
          { redirectHttp, scraper: props.scraper },
        ),
      ],
    });

    const configuration = dynamicConfiguration({
      ...props,
      entryPoint: USERS_ENTRY_POINT,
      files: {
        certificate: FILES.certificate,
        privateKey: FILES.privateKey,
        ...(backendAuthority === undefined ? {} : { backendAuthority: FILES.backendAuthority }),
        ...(clientAuthority === undefined ? {} : { clientAuthority: FILES.clientAuthority }),
      },
    });
    new ChartRelease(this, "Resource", {
      name: "traefik",
      namespace: namespace.name,
      chart: "traefik",
      mirror: props.chartMirror,
      values: chartValues({
        configuration,
        redirectHttp,
        countByCountry: onlyCloudflareCalls,
      }),
      skipCrds: true, // they belong to the providers that are off
      dependsOn: [secret, authorities, network.resource],
    });
  }
}
