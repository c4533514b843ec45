import type { Construct } from "constructs";
import { stateWorkspaceName } from "../../config/names";
import type { Environment, State } from "../../config/schema/environment";
import { ObjectStorage } from "../../constructs/vultr/object-storage";
import { useVultr } from "../../constructs/vultr/provider";
import { PlatformStack, sensitive } from "../workspace/platform-stack";

export interface StateOutputs {
  /** The bucket that holds the states. */
  readonly bucket: string;
  /** What readers and writers sign in with, as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Both are sensitive. */
  readonly "access-key": string;
  readonly "secret-key": string;
}

export interface StateStackProps {
  readonly environment: Environment;
  readonly state: Extract<State, { kind: "vultr-object-storage" }>;
}

/** `state-<environment>`: where every other workspace of the environment keeps its state. Its own is a local file. */
export class StateStack extends PlatformStack<StateOutputs> {
  constructor(scope: Construct, { environment, state }: StateStackProps) {
    super(scope, stateWorkspaceName(environment.name), { kind: "local" });
    useVultr(this);

    const { keys } = new ObjectStorage(this, "Storage", {
      ...state,
      label: `${environment.name}-state`,
      protect: environment.protect,
    });

    this.publish({
      bucket: state.bucket,
      "access-key": sensitive(keys.access),
      "secret-key": sensitive(keys.secret),
    });
  }
}
