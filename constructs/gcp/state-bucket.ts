import { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import { Construct } from "constructs";

/** How long an overwritten or deleted state can be brought back. */
const RETENTION_DAYS = 90;

export interface StateBucketProps {
  /** Unique in all of Google. */
  readonly name: string;
  /** Google's name of the region. */
  readonly location: string;
  /** Whether Terraform refuses to destroy the bucket. */
  readonly protect: boolean;
}

/** A bucket for Terraform state, which holds private keys: versioned, never public, and opened by IAM alone. */
export class StateBucket extends Construct {
  constructor(scope: Construct, id: string, { name, location, protect }: StateBucketProps) {
    super(scope, id);
    new StorageBucket(this, "Resource", {
      name,
      location: location.toUpperCase(),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      versioning: { enabled: true },
      forceDestroy: false,
      lifecycleRule: [
        {
          action: { type: "Delete" },
          condition: { daysSinceNoncurrentTime: RETENTION_DAYS, withState: "ARCHIVED" },
        },
      ],
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }
}
