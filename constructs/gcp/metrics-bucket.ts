import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import { Construct } from "constructs";
import { ServiceAccount } from "./service-account";

/** Days after which an object goes that Thanos forgot: what is in it is older than itself. */
const MARGIN_DAYS = 7;

export interface MetricsBucketProps {
  readonly projectId: string;
  /** Unique in all of Google. */
  readonly name: string;
  /** Google's name of the region. */
  readonly location: string;
  readonly retentionDays: number;
  /** Of the account that uses it. */
  readonly account: string;
  /** The accounts in the cluster that are this one. */
  readonly usedBy: readonly { readonly namespace: string; readonly serviceAccount: string }[];
  /** Whether Terraform refuses to destroy it. */
  readonly protect: boolean;
}

/** A bucket for samples, and the one account that reads and writes it; the bucket goes with all that is in it. */
export class MetricsBucket extends Construct {
  readonly email: string;

  constructor(scope: Construct, id: string, props: MetricsBucketProps) {
    super(scope, id);
    const { protect } = props;
    const bucket = new StorageBucket(this, "Resource", {
      name: props.name,
      location: props.location.toUpperCase(),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      forceDestroy: !protect,
      lifecycleRule: [
        { action: { type: "Delete" }, condition: { age: props.retentionDays + MARGIN_DAYS } },
        { action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 2 } },
      ],
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const account = new ServiceAccount(this, "Account", {
      projectId: props.projectId,
      name: props.account,
      description: `Who keeps samples in ${props.name}`,
      usedBy: props.usedBy,
    });
    new StorageBucketIamMember(this, "Objects", {
      bucket: bucket.name,
      role: "roles/storage.objectUser", // https://thanos.io/tip/thanos/storage.md/#gcs
      member: account.member,
    });
    this.email = account.email;
  }
}
