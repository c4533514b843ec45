import type { Construct } from "constructs";
import { workspaceName } from "../../../config/names";
import type { Environment } from "../../../config/schema/environment";
import { stateOf } from "../../../config/state";
import { useAws } from "../../../constructs/aws/provider";
import { storeName } from "../../../constructs/kops/boundary";
import { Store } from "../../../constructs/kops/store";
import { PlatformStack } from "../../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf, type KopsCluster } from "../configuration";
import { bucketsOf } from "../github-stack";
import { bucketsMade } from "./names";

export interface StoreOutputs {
  /** Name of the bucket with kOps' state. */
  readonly store: string;
  /** ARN of the policy that bounds the roles of clusters. */
  readonly boundary: string;
  /** ARN of the role that makes clusters. */
  readonly "operator-role": string;
}

export interface StoreStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly region: string;
  readonly network: AwsNetwork;

  /** The region's clusters. */
  readonly clusters: readonly KopsCluster[];
}

/** `<environment>-store-<region>`: where kOps keeps what it knows of a region's clusters, and the role that it works as. */
export class StoreStack extends PlatformStack<StoreOutputs> {
  constructor(scope: Construct, props: StoreStackProps) {
    const { environment, infrastructure, region, network } = props;
    super(scope, workspaceName(environment.name, "store", { region }), stateOf(environment, region));
    useAws(this, accountOf(environment, infrastructure), network.location);

    const { accountId, administrators } = infrastructure;
    const { store: bucket, discovery } = bucketsMade(environment, infrastructure, region, props.clusters);
    const store = new Store(this, "Store", {
      name: storeName(environment.name, region),
      accountId,
      environment: environment.name,
      location: network.location,
      bucket,
      discoveryBucket: discovery,
      zoneId: environment.dns.kind === "route53" ? environment.dns.zoneId : undefined,
      signsIn: infrastructure.databaseUsers === "identity",
      administrators,
      states: bucketsOf(environment).map((each) => each.bucket),
      protect: environment.protect,
    });

    this.publish({ store: bucket, boundary: store.boundary, "operator-role": store.operator });
  }
}
