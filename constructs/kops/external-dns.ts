import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import { admit } from "../kubernetes/network-policy";
import { resources } from "../kubernetes/resources";
import { type PodIdentityProps, podIdentity } from "./pod-identity";

/** Whom its role is for. */
export const EXTERNAL_DNS = { namespace: NAMESPACES.externalDns, serviceAccount: "external-dns" } as const;

export interface ExternalDnsProps extends Omit<PodIdentityProps, "namespace" | "serviceAccount"> {
  readonly zoneId: string;

  /** The names that Services may ask for, and all below them. */
  readonly names: readonly string[];

  readonly chartMirror: string | undefined;
}

/**
 * External DNS: leads the names that Services of type LoadBalancer say to what AWS makes of them, in one zone of Route 53, and takes
 * them away with the Services. It is the role that kOps has made for its ServiceAccount.
 */
export class ExternalDns extends Construct {
  constructor(scope: Construct, id: string, props: ExternalDnsProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: EXTERNAL_DNS.namespace }).name;
    const identity = podIdentity({ ...props, ...EXTERNAL_DNS });
    new ChartRelease(this, "Resource", {
      name: "external-dns",
      namespace,
      chart: "externalDns",
      mirror: props.chartMirror,
      values: {
        fullnameOverride: "external-dns",
        provider: { name: "aws" },
        sources: ["service"],
        policy: "sync",
        registry: "txt",
        txtOwnerId: props.cluster,
        domainFilters: props.names,
        // A filter below the zone's own name finds the zone only so (https://kubernetes-sigs.github.io/external-dns/latest/docs/flags/).
        extraArgs: { "zone-id-filter": props.zoneId, "aws-zone-match-parent": true },
        serviceAccount: { create: true, name: EXTERNAL_DNS.serviceAccount },
        service: { enabled: false },
        env: identity.env,
        extraVolumes: identity.volumes,
        extraVolumeMounts: identity.mounts,
        resources: resources("10m", "64Mi"),
        logFormat: "json",
      },
      dependsOn: [
        new ManifestRelease(this, "Network", {
          name: "external-dns-network",
          namespace,
          // Called by the kubelet alone, which needs no admission; it calls AWS, whose addresses change.
          objects: [
            admit(
              "external-dns",
              { namespace: EXTERNAL_DNS.namespace, labels: { "app.kubernetes.io/name": "external-dns" } },
              [],
            ),
          ],
        }).resource,
      ],
    });
  }
}
