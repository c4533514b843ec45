import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import type { Construct } from "constructs";

export interface ClosedBucketProps {
  /** Unique in all of AWS. */
  readonly name: string;

  /** AWS' name of the region. */
  readonly location: string;

  /** Whether a bucket that is destroyed takes what is in it with it. */
  readonly forceDestroy: boolean;

  /** Whether Terraform refuses to destroy the bucket. */
  readonly protect: boolean;
}

/** A bucket that no policy and no list of grants opens to the public; what lies in it belongs to the account. */
export function closedBucket(scope: Construct, { name, location, forceDestroy, protect }: ClosedBucketProps) {
  const region = location;
  const { bucket, arn } = new S3Bucket(scope, "Resource", {
    bucket: name,
    region,
    forceDestroy,
    ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
  const closed = new S3BucketPublicAccessBlock(scope, "Private", {
    bucket,
    region,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(scope, "Owner", {
    bucket,
    region,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  return { bucket, arn, closed };
}
