import type { App } from "cdktf";
import { homeRegionOf } from "../../config/clouds/aws/home";
import type { Environment } from "../../config/schema/environment";
import type { Infrastructure } from "../infrastructure";
import type { PkiStack } from "../pki-stack";
import { AlarmsStack } from "./alarms-stack";
import { eksClusters } from "./clusters";
import { type AwsInfrastructure, networksOf } from "./configuration";
import { awsDatabases } from "./databases";
import { DnsStack } from "./dns-stack";
import { GithubStack, rightsInEks } from "./github-stack";
import { GlobalLbStack } from "./global-lb-stack";
import { kopsClustersOf, kopsInfrastructure } from "./kops/infrastructure";
import { rightsInKops } from "./kops/jobs";
import { NetworkStack } from "./network-stack";
import { RegistryStack, repositoriesOf } from "./registry-stack";
import { StateStack } from "./state-stack";

/**
 * Defines the buckets of the state, where it is in S3, what GitHub's jobs may do, the registry, and what clusters of EKS or of kOps
 * take, with themselves.
 */
export function awsInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: AwsInfrastructure,
  pki: PkiStack | undefined,
): Infrastructure {
  const common = { environment, infrastructure };
  if (environment.state.kind === "s3") new StateStack(app, common);
  const isKops = kopsClustersOf(environment).length > 0;
  const { github: repository } = infrastructure;
  const rightsOfJobs = isKops ? rightsInKops : rightsInEks;
  const github =
    repository &&
    new GithubStack(app, {
      ...common,
      github: repository,
      rights: rightsOfJobs(environment, infrastructure),
    });
  if (repositoriesOf(environment).length > 0) new RegistryStack(app, { ...common, namedByRegion: isKops });
  return isKops
    ? kopsInfrastructure(app, environment, infrastructure)
    : eksInfrastructure(app, environment, infrastructure, { github, pki });
}

/** Defines a network for every region, the clusters of EKS with their add-ons, and the accelerator in front of them. */
function eksInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: AwsInfrastructure,
  { github, pki }: { readonly github: GithubStack | undefined; readonly pki: PkiStack | undefined },
): Infrastructure {
  const { dns: zone, certificates, balancer } = environment;
  const common = { environment, infrastructure };

  const networks = new Map(
    [...networksOf(environment)].map(([region, network]) => [
      region,
      { network, networkStack: new NetworkStack(app, { ...common, region, network }) },
    ]),
  );
  const dns =
    zone.kind === "route53" && certificates.kind === "acm"
      ? new DnsStack(app, { ...common, zoneId: zone.zoneId })
      : undefined;
  const clusters = eksClusters(app, { ...common, networks, github, dns, pki });

  return {
    clusters: clusters.map(({ handle }) => handle),
    databases: awsDatabases(app, { ...common, networks }),
    defineBalancer: () => {
      const home = networks.get(homeRegionOf(environment));
      if (balancer.kind !== "global-accelerator" || home === undefined) return;
      const endpoints = clusters.filter(({ cluster }) => cluster.role === "api");
      const globalLb = new GlobalLbStack(app, {
        ...common,
        balancer,
        endpoints,
        homeNetwork: home.networkStack,
      });
      const { alarms } = infrastructure;
      if (alarms) new AlarmsStack(app, { ...common, alarms, globalLb, endpoints });
    },
  };
}
