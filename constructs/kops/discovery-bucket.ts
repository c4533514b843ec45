import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { Construct } from "constructs";
import { onlyOverTls, policyText } from "../aws/policy";

export interface DiscoveryBucketProps {
  /** Unique in all of AWS. */
  readonly name: string;
}

/**
 * The one public bucket: AWS reads there, as the whole Internet may, by which public keys it verifies the tokens of clusters' pods. A caller that
 * knows an object's name reads it; none lists it, and no list of grants opens more
 * (https://kops.sigs.k8s.io/cluster_spec/#service-account-issuer-discovery-and-aws-iam-roles-for-service-accounts-irsa).
 */
export class DiscoveryBucket extends Construct {
  constructor(scope: Construct, id: string, { name }: DiscoveryBucketProps) {
    super(scope, id);

    const { bucket } = new S3Bucket(this, "Resource", { bucket: name, forceDestroy: false });
    new S3BucketOwnershipControls(this, "Owner", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }], // a key of KMS would close it
    });
    const opened = new S3BucketPublicAccessBlock(this, "Public", {
      bucket,
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: false,
      restrictPublicBuckets: false,
    });
    new S3BucketPolicy(this, "Policy", {
      bucket,
      policy: policyText(
        {
          Sid: "Read",
          Effect: "Allow",
          Principal: "*",
          Action: "s3:GetObject",
          Resource: `arn:aws:s3:::${name}/*`,
        },
        onlyOverTls(name),
      ),
      dependsOn: [opened],
    });
  }
}
