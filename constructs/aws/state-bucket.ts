import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { closedBucket } from "./closed-bucket";
import { onlyOverTls, policyText } from "./policy";

/** How long an overwritten or deleted state can be brought back. */
const RETENTION_DAYS = 90;

export interface StateBucketProps {
  /** Unique in all of AWS. */
  readonly name: string;

  /** AWS' name of the region. */
  readonly location: string;

  /** Whether Terraform refuses to destroy the bucket. */
  readonly protect: boolean;
}

/**
 * A bucket for Terraform state, which holds private keys: versioned, encrypted, never public, and closed to
 * requests without TLS.
 */
export class StateBucket extends Construct {
  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const region = props.location;

    const { bucket, closed } = closedBucket(this, { ...props, forceDestroy: false });
    const versions = new S3BucketVersioningA(this, "Versions", {
      bucket,
      region,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      region,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" }, bucketKeyEnabled: true }],
    });
    new S3BucketLifecycleConfiguration(this, "Expiry", {
      bucket,
      region,
      rule: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: [{}],
          noncurrentVersionExpiration: [{ noncurrentDays: RETENTION_DAYS }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versions],
    });
    new S3BucketPolicy(this, "Policy", {
      bucket,
      region,
      policy: policyText(onlyOverTls(props.name)),
      dependsOn: [closed],
    });
  }
}
