import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
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

    const { bucket } = new S3Bucket(this, "Resource", {
      bucket: props.name,
      region,
      forceDestroy: false,
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const closed = new S3BucketPublicAccessBlock(this, "Private", {
      bucket,
      region,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "Owner", {
      bucket,
      region,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
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
