import { ACCELERATOR_METRICS } from "./alarm";
import type { Statement } from "./policy";

export interface LogsReach {
  /** Buckets of logs. */
  readonly logBuckets: readonly string[];

  /** The AWS regions of the environment. */
  readonly locations: readonly string[];
}

/** Reads how buckets of logs are set up, and no log (https://docs.aws.amazon.com/AmazonS3/latest/userguide/list_amazons3.html). */
export const lookAtLogBuckets = ({ logBuckets }: LogsReach): Statement[] =>
  logBuckets.length === 0
    ? []
    : [
        {
          Sid: "SettingsOfLogBuckets",
          Effect: "Allow",
          Action: [
            "s3:GetAccelerateConfiguration",
            "s3:GetBucket*",
            "s3:GetEncryptionConfiguration",
            "s3:GetLifecycleConfiguration",
            "s3:GetReplicationConfiguration",
            "s3:ListBucket",
          ],
          Resource: logBuckets.map((bucket) => `arn:aws:s3:::${bucket}`),
        },
      ];

/**
 * Makes buckets of logs and what is written there, and removes both. Who has something write into a bucket asks for its delivery
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html); calls about one know no resource.
 */
export const logStatements = (reach: LogsReach): Statement[] =>
  reach.logBuckets.length === 0
    ? []
    : [
        ...lookAtLogBuckets(reach),
        {
          Sid: "LogBuckets",
          Effect: "Allow",
          Action: [
            "s3:CreateBucket",
            "s3:DeleteBucket",
            "s3:DeleteBucketPolicy",
            "s3:DeleteObject",
            "s3:PutBucketOwnershipControls",
            "s3:PutBucketPolicy",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutBucketTagging",
            "s3:PutEncryptionConfiguration",
            "s3:PutLifecycleConfiguration",
          ],
          Resource: reach.logBuckets.flatMap((bucket) => [
            `arn:aws:s3:::${bucket}`,
            `arn:aws:s3:::${bucket}/*`,
          ]),
        },
        {
          Sid: "FlowLogs",
          Effect: "Allow",
          Action: ["ec2:CreateFlowLogs", "ec2:DeleteFlowLogs"],
          Resource: "*",
          Condition: { StringEquals: { "aws:RequestedRegion": reach.locations } },
        },
        {
          Sid: "LogDeliveries",
          Effect: "Allow",
          Action: [
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:UpdateLogDelivery",
          ],
          Resource: "*",
          Condition: {
            // An accelerator logs from where its metrics are.
            StringEquals: { "aws:RequestedRegion": [...new Set([ACCELERATOR_METRICS, ...reach.locations])] },
          },
        },
      ];
