import { databasesOfKind } from "../../../config/databases";
import { hostsIn } from "../../../config/hosts";
import type { Environment } from "../../../config/schema/environment";
import type { Statement } from "../../../constructs/aws/policy";
import { EXTERNAL_DNS } from "../../../constructs/kops/external-dns";
import { namesIn } from "../../../constructs/kops/external-dns-rights";
import type { PodRights } from "../../../constructs/kops/pod-identity";
import type { PlatformStack } from "../../workspace/platform-stack";
import type { AwsInfrastructure, KopsCluster } from "../configuration";
import { type AwsDatabaseHandle, identityIn } from "../databases";

/** The names that are led to a cluster: its own, and those of its services. */
export const namesOf = ({ workloads }: Environment, { role, hostName }: KopsCluster): readonly string[] =>
  hostName === undefined ? [] : hostsIn(workloads, role, hostName);

export interface PodRightsProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly cluster: KopsCluster;
  /** AWS' name of the region. */
  readonly location: string;
  readonly databases: Readonly<Record<string, AwsDatabaseHandle>>;
}

/** What ServiceAccounts of a cluster may do in AWS; `consumer` reads what only an apply knows. */
export function podRightsOf(props: PodRightsProps, consumer: PlatformStack<object>): readonly PodRights[] {
  const { environment, infrastructure, cluster } = props;
  const { dns } = environment;
  return [
    ...(dns.kind === "route53"
      ? [{ ...EXTERNAL_DNS, statements: namesIn(dns.zoneId, namesOf(environment, cluster)) }]
      : []),
    ...(infrastructure.databaseUsers === "identity" ? whoSignIn(props, consumer) : []),
  ];
}

/** Services that use databases as application, each as the one user that the cluster is there. */
function whoSignIn(
  { environment, infrastructure, cluster, location, databases }: PodRightsProps,
  consumer: PlatformStack<object>,
): readonly PodRights[] {
  const managed = databasesOfKind(environment, "managed");
  return environment.workloads
    .filter(({ role }) => role === cluster.role)
    .flatMap(({ name: workload, namespace, services }) =>
      services.flatMap(({ name: serviceAccount }) => {
        const used = managed.filter(([, { usedBy }]) =>
          usedBy[workload]?.application.includes(serviceAccount),
        );
        if (used.length === 0) return [];
        const users = used.map(([name]) => {
          const server = databases[name]?.resourceId(consumer);
          return `arn:aws:rds-db:${location}:${infrastructure.accountId}:dbuser:${server}/${identityIn(cluster.name)}`;
        });
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
        const statement: Statement = { Effect: "Allow", Action: "rds-db:connect", Resource: users };
        return [{ namespace, serviceAccount, statements: [statement] }];
      }),
    );
}
