import { Construct } from "constructs";
import { DataVultrObjectStorageCluster } from "./bindings/data-vultr-object-storage-cluster";
import { DataVultrObjectStorageTier } from "./bindings/data-vultr-object-storage-tier";
import { ObjectStorage as Subscription } from "./bindings/object-storage";
import { ObjectStorageBucket } from "./bindings/object-storage-bucket";

export interface ObjectStorageProps {
  /** For people. */
  readonly label: string;
  /** `ewr1.vultrobjects.com`. */
  readonly hostname: string;
  /** The slug of what it costs and bears. */
  readonly tier: string;
  /** Unique in all of Vultr. */
  readonly bucket: string;
  /** Whether Terraform refuses to destroy it, and all that it holds. */
  readonly protect: boolean;
}

/** A subscription of Vultr's object storage with one bucket, which keeps what is overwritten. */
export class ObjectStorage extends Construct {
  /** They open every bucket of the subscription: Vultr gives no other. */
  readonly keys: {
    readonly access: string;
    /** Sensitive. */
    readonly secret: string;
  };

  constructor(scope: Construct, id: string, { label, hostname, tier, bucket, protect }: ObjectStorageProps) {
    super(scope, id);
    const only = (name: string, value: string) => ({ filter: [{ name, values: [value] }] });
    const place = new DataVultrObjectStorageCluster(this, "Place", only("hostname", hostname));
    const offer = new DataVultrObjectStorageTier(this, "Tier", only("slug", tier));
    const lifecycle = protect ? { lifecycle: { preventDestroy: true } } : {};
    const subscription = new Subscription(this, "Resource", {
      label,
      clusterId: place.id,
      tierId: offer.id,
      ...lifecycle,
    });
    new ObjectStorageBucket(this, "Bucket", {
      objectStorageId: subscription.id,
      name: bucket,
      enableVersioning: true,
      ...lifecycle,
    });
    this.keys = { access: subscription.s3AccessKey, secret: subscription.s3SecretKey };
  }
}
