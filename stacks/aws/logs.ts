import type { Construct } from "constructs";
import type { Environment } from "../../config/schema/environment";
import { LogBucket } from "../../constructs/aws/log-bucket";
import { type AwsInfrastructure, type AwsNetwork, networksOf } from "./configuration";

/** A region's bucket; the account's id in its name makes it unique in all of AWS. */
const bucketName = ({ name }: Pick<Environment, "name">, region: string, accountId: string): string =>
  `${name}-${region}-logs-${accountId}`;

/** The buckets of an environment's logs: one in every region, where it keeps any. */
export const logBucketsOf = (
  environment: Environment,
  infrastructure: AwsInfrastructure,
): readonly string[] =>
  infrastructure.flowLogs || infrastructure.accessLogs
    ? [...networksOf(environment).keys()].map((region) =>
        bucketName(environment, region, infrastructure.accountId),
      )
    : [];

export interface RegionLogsProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly region: string;
  readonly network: AwsNetwork;

  /** The network whose connections are logged, where they are. */
  readonly vpcId: string;
}

/** Makes a region's bucket of logs, where the environment keeps any, and has the network's connections written into it. */
export function regionLogs(
  scope: Construct,
  { environment, infrastructure, region, network, vpcId }: RegionLogsProps,
): { readonly "log-bucket"?: string } {
  const { accountId, flowLogs, accessLogs } = infrastructure;
  if (flowLogs === undefined && accessLogs === undefined) return {};
  const logs = new LogBucket(scope, "Logs", {
    name: bucketName(environment, region, accountId),
    accountId,
    location: network.location,
    keepDays: {
      ...(flowLogs ? { flows: flowLogs.keepDays } : {}),
      ...(accessLogs ? { requests: accessLogs.keepDays } : {}),
    },
    protect: environment.protect,
  });
  if (flowLogs) logs.recordFlows(vpcId);
  return { "log-bucket": logs.bucket };
}
