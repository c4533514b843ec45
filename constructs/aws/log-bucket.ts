import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { Construct } from "constructs";
import { closedBucket } from "./closed-bucket";
import { onlyOverTls, policyText, type Statement } from "./policy";

/** What is logged, and the folder that it lies in: connections, and requests that were answered. */
export const LOG_FOLDERS = { flows: "flows", requests: "requests" } as const;

export interface LogBucketProps {
  /** Unique in all of AWS. */
  readonly name: string;

  readonly accountId: string;

  /** AWS' name of the region: that of the load balancers, which write to no other. */
  readonly location: string;

  /** Days after which each kind is deleted. @default - the kind is not kept, and the bucket refuses it */
  readonly keepDays: Readonly<Partial<Record<keyof typeof LOG_FOLDERS, number>>>;

  /** Whether Terraform refuses to destroy the bucket. Otherwise what was logged goes with it. */
  readonly protect: boolean;
}

/** A bucket of logs that only AWS' services write. */
export class LogBucket extends Construct {
  readonly bucket: string;
  private readonly arn: string;
  private readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    const region = props.location;
    const kinds = Object.entries(LOG_FOLDERS).flatMap(([kind, folder]) => {
      const days = props.keepDays[kind as keyof typeof LOG_FOLDERS];
      return days === undefined ? [] : [{ kind, folder, days }];
    });

    const { bucket, arn, closed } = closedBucket(this, { ...props, forceDestroy: !props.protect });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      region,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }], // load balancers write with no key of KMS
    });
    new S3BucketLifecycleConfiguration(this, "Expiry", {
      bucket,
      region,
      rule: kinds.map(({ kind, folder, days }) => ({
        id: kind,
        status: "Enabled",
        filter: [{ prefix: `${folder}/` }],
        expiration: [{ days }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      })),
    });
    this.policy = new S3BucketPolicy(this, "Policy", {
      bucket,
      region,
      policy: policyText(
        ...kinds.flatMap(({ kind }) => (kind === "flows" ? flowWriters(props) : [requestWriter(props)])),
        onlyOverTls(props.name),
      ),
      dependsOn: [closed],
    });

    this.bucket = bucket;
    this.arn = arn;
  }

  /** Has every connection in a network logged here, those that were refused too. */
  recordFlows(vpcId: string): void {
    new FlowLog(this, "Flows", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `${this.arn}/${LOG_FOLDERS.flows}/`,
      dependsOn: [this.policy], // AWS tries to write when it is made, and would write a policy of its own
    });
  }
}

type Bucket = Pick<LogBucketProps, "name" | "accountId" | "location">;

/**
 * Networks and accelerators log by the same service, an accelerator's from another region
 * (https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html,
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html).
 */
function flowWriters({ name, accountId }: Bucket): readonly Statement[] {
  const service = { Effect: "Allow", Principal: { Service: "delivery.logs.amazonaws.com" } } as const;
  const ours = { ArnLike: { "aws:SourceArn": `arn:aws:logs:*:${accountId}:*` } };
  return [
    {
      Sid: "WriteFlows",
      ...service,
      Action: "s3:PutObject",
      Resource: `arn:aws:s3:::${name}/${LOG_FOLDERS.flows}/AWSLogs/${accountId}/*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId, "s3:x-amz-acl": "bucket-owner-full-control" },
        ...ours,
      },
    },
    {
      Sid: "LookWhoseBucketItIs",
      ...service,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: `arn:aws:s3:::${name}`,
      Condition: { StringEquals: { "aws:SourceAccount": accountId }, ...ours },
    },
  ];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
const requestWriter = ({ name, accountId, location }: Bucket): Statement => ({
  Sid: "WriteRequests",
  Effect: "Allow",
  Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: `arn:aws:s3:::${name}/${LOG_FOLDERS.requests}/AWSLogs/${accountId}/*`,
  Condition: {
    ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${location}:${accountId}:loadbalancer/*` },
  },
});
