import type { Construct } from "constructs";
import { accountId } from "../../config/clouds/gcp/account-id";
import { workspaceName } from "../../config/names";
import { NAMESPACES } from "../../config/namespaces";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { toGoogleApis } from "../../constructs/gcp/google-apis";
import { MetricsBucket } from "../../constructs/gcp/metrics-bucket";
import { useGoogle } from "../../constructs/gcp/provider";
import { identityOf } from "../../constructs/gcp/service-account";
import { type MetricsStore, USERS } from "../../constructs/monitoring/thanos/store";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, type GkeCluster, nameOf, projectOf } from "./configuration";

export interface MetricsOutputs {
  /** Of the account that uses the bucket. */
  readonly account: string;
}

export interface MetricsStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly cluster: GkeCluster;
  readonly network: GcpNetwork;
  readonly longTerm: NonNullable<Environment["monitoring"]["longTerm"]>;
}

/** `<environment>-metrics-<cluster>`: the bucket that keeps a cluster's samples for long; it outlives the cluster. */
export class MetricsStack extends PlatformStack<MetricsOutputs> {
  private readonly bucket: string;

  constructor(scope: Construct, props: MetricsStackProps) {
    const { environment, infrastructure, cluster, network, longTerm } = props;
    super(
      scope,
      workspaceName(environment.name, "metrics", { region: cluster.region, cluster: cluster.name }),
      stateOf(environment, cluster.region),
    );
    const { projectId } = infrastructure;
    useGoogle(this, projectOf(environment, infrastructure), network.location);

    this.bucket = `${projectId}-${nameOf(environment, cluster)}-metrics`;
    const { email } = new MetricsBucket(this, "Bucket", {
      projectId,
      name: this.bucket,
      location: network.location,
      retentionDays: longTerm.retentionDays,
      account: accountId(environment.name, cluster.name, "metrics"),
      usedBy: USERS.map((serviceAccount) => ({ namespace: NAMESPACES.monitoring, serviceAccount })),
      protect: environment.protect,
    });
    this.publish({ account: email });
  }

  /** The bucket, as Thanos in the cluster uses it. */
  storeFor(consumer: PlatformStack<object>): MetricsStore {
    const { account } = consumer.consume(this, "account");
    return {
      objectStore: { type: "GCS", config: { bucket: this.bucket } },
      annotations: identityOf(account),
      egress: toGoogleApis,
    };
  }
}
