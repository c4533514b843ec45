import type { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import { ApiDeployStack } from "./api-deploy-stack";
import { certificatesOf, definePki } from "./certificates";
import { DnsStack } from "./cloudflare/dns-stack";
import { defineInfrastructure } from "./clouds";
import { GitopsStack } from "./gitops-stack";
import { MonitoringStack } from "./monitoring-stack";
import { GlobalLbStack } from "./traefik/global-lb-stack";

/** Defines every workspace of an environment, in the order in which data flows. */
export function definePlatform(app: App, environment: Environment): void {
  const pki = definePki(app, environment);
  const infrastructure = defineInfrastructure(app, environment, pki);
  const dns =
    environment.dns.kind === "cloudflare"
      ? new DnsStack(app, { environment, dns: environment.dns, infrastructure })
      : undefined;
  const clusters = infrastructure.clusters.map((handle) => dns?.named(handle) ?? handle);
  const certificates = certificatesOf(environment, pki, dns);

  for (const cluster of clusters.filter(({ cluster }) => cluster.role === "api")) {
    const api = new ApiDeployStack(app, { environment, cluster, certificates: certificates.regions });
    if (environment.gitops) new GitopsStack(app, { environment, gitops: environment.gitops, cluster, api });
  }
  const { balancer } = environment;
  if (balancer.kind === "traefik") {
    for (const edge of clusters.filter(({ cluster }) => cluster.role === "edge")) {
      new GlobalLbStack(app, {
        environment,
        balancer,
        edge,
        clusters,
        certificate: certificates.edge(edge),
        regionalCertificates: certificates.regions,
      });
    }
  } else infrastructure.defineBalancer?.();
  for (const cluster of clusters.filter(({ cluster }) => cluster.role !== "tooling")) {
    new MonitoringStack(app, { environment, cluster, regionalCertificates: certificates.regions });
  }
}
