import type { Construct } from "constructs";
import { stateWorkspaceName } from "../../config/names";
import type { Environment, State } from "../../config/schema/environment";
import { useGoogle } from "../../constructs/gcp/provider";
import { StateBucket } from "../../constructs/gcp/state-bucket";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, projectOf } from "./configuration";

export interface StateOutputs {
  /** The bucket that holds the states. */
  readonly bucket: string;
}

export interface StateStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly state: Extract<State, { kind: "gcs" }>;
}

/** `state-<environment>`: where every other workspace of the environment keeps its state. Its own is a local file. */
export class StateStack extends PlatformStack<StateOutputs> {
  constructor(scope: Construct, { environment, infrastructure, state }: StateStackProps) {
    super(scope, stateWorkspaceName(environment.name), { kind: "local" });
    useGoogle(this, projectOf(environment, infrastructure));

    const { bucket: name, location } = state;
    new StateBucket(this, "Bucket", { name, location, protect: environment.protect });

    this.publish({ bucket: name });
  }
}
