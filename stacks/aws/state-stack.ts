import { Construct } from "constructs";
import { stateWorkspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { useAws } from "../../constructs/aws/provider";
import { StateBucket } from "../../constructs/aws/state-bucket";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, homeOf } from "./configuration";
import { bucketsOf } from "./github-stack";

export interface StateOutputs {
  /** The buckets that hold the states. */
  readonly buckets: readonly string[];
}

export interface StateStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
}

/**
 * `state-<environment>`: the buckets that every other workspace of the environment keeps its state in. Its own state is a
 * local file, since no bucket can hold it before it exists.
 */
export class StateStack extends PlatformStack<StateOutputs> {
  constructor(scope: Construct, { environment, infrastructure }: StateStackProps) {
    super(scope, stateWorkspaceName(environment.name), { kind: "local" });
    useAws(this, accountOf(environment, infrastructure), homeOf(environment));

    const buckets = bucketsOf(environment);
    const scopeOfBuckets = new Construct(this, "Buckets");
    for (const { bucket, location } of buckets) {
      new StateBucket(scopeOfBuckets, bucket, { name: bucket, location, protect: environment.protect });
    }

    this.publish({ buckets: buckets.map(({ bucket }) => bucket) });
  }
}
