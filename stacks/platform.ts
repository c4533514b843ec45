import type { App } from "cdktf";
import { workloadsIn } from "../config/in-cluster";
import type { Environment } from "../config/schema/environment";
import { clustersOf } from "../config/topology";
import { ApiDeployStack } from "./api-deploy-stack";
import { certificatesOf, definePki } from "./certificates";
import { DnsStack } from "./cloudflare/dns-stack";
import { defineInfrastructure } from "./clouds";
import { configuredCluster } from "./cluster-handle";
import { type DeployedCluster, defineCentralDeliveries, defineDeliveries } from "./deliveries";
import { MonitoringStack } from "./monitoring-stack";
import { inClusterDatabases } from "./postgres-stack";
import { refuseUnknownVersions } from "./secret-versions";
import { GlobalLbStack } from "./traefik/global-lb-stack";
import { PlatformStack } from "./workspace/platform-stack";

/** Defines every workspace of an environment, in the order in which data flows. */
export function definePlatform(app: App, environment: Environment): void {
  const others = new Set(app.node.children);
  defineWorkspaces(app, environment);
  const own = app.node.children.filter(
    (stack): stack is PlatformStack => stack instanceof PlatformStack && !others.has(stack),
  );
  for (const stack of own) stack.refuseDocumentationValues(environment);
  refuseUnknownVersions(own, environment);
}

function defineWorkspaces(app: App, environment: Environment): void {
  const configured = clustersOf(environment);
  // Names that people chose are certified before there is a cluster, the others after their clusters have an address.
  const early = configured.every(({ hostName }) => hostName !== undefined)
    ? definePki(
        app,
        environment,
        configured.map((cluster) => configuredCluster(environment, cluster)),
      )
    : undefined;
  const infrastructure = defineInfrastructure(app, environment, early);
  const pki = early ?? definePki(app, environment, infrastructure.clusters);
  const dns =
    environment.dns.kind === "cloudflare"
      ? new DnsStack(app, { environment, dns: environment.dns, infrastructure })
      : undefined;
  const clusters = infrastructure.clusters.map((handle) => dns?.named(handle) ?? handle);
  const certificates = certificatesOf(environment, infrastructure, pki, dns);

  const deployed: DeployedCluster[] = [];
  for (const cluster of clusters) {
    const running = workloadsIn(environment, { ...cluster.place, role: cluster.role });
    if (running.length === 0) continue;
    const api = new ApiDeployStack(app, {
      environment,
      cluster,
      certificates: certificates.regions,
      databases: {
        ...infrastructure.databases,
        ...inClusterDatabases(app, environment, cluster, running),
      },
    });
    defineDeliveries(app, environment, { cluster, api });
    deployed.push({ cluster, api });
  }
  defineCentralDeliveries(app, environment, deployed, clusters, certificates.regions);
  const { balancer } = environment;
  if (balancer.kind === "traefik") {
    let after: GlobalLbStack | undefined;
    for (const edge of clusters.filter(({ role }) => role === "edge")) {
      after = new GlobalLbStack(app, {
        environment,
        balancer,
        edge,
        after,
        clusters,
        certificate: certificates.edge(edge),
        regionalCertificates: certificates.regions,
      });
    }
  } else infrastructure.defineBalancer?.();
  for (const cluster of clusters) {
    new MonitoringStack(app, {
      environment,
      cluster,
      clusters,
      regionalCertificates: certificates.regions,
      hubCertificates: certificates.hub,
    });
  }
}
