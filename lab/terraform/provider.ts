/** A provider that talks to Terraform as the rehearsal's do, and then does what it said. */
import { EmulatedProvider } from "../../rehearsal/emulator/provider";
import { fromWire, isValues, toWire, type Values, type WireValue } from "../../rehearsal/emulator/values";
import { World } from "../../rehearsal/emulator/world";
import type { ProviderSchema } from "../../rehearsal/schema/types";
import { helmResources } from "./helm";
import { kubernetesResources } from "./kubernetes";
import type { RealResource } from "./resource";
import { tlsResources } from "./tls";

const RESOURCES: Readonly<Record<string, RealResource>> = {
  ...tlsResources,
  ...kubernetesResources,
  ...helmResources,
};

type Message = Record<string, unknown>;

export class RealProvider extends EmulatedProvider {
  private arguments: Values = {};

  constructor(
    name: string,
    workspace: string,
    private readonly directory: string,
    schema: ProviderSchema,
  ) {
    super(name, workspace, schema, new World());
  }

  override ConfigureProvider(request: Message): Message {
    const config = fromWire(request["config"] as WireValue);
    this.arguments = isValues(config) ? config : {};
    return super.ConfigureProvider(request);
  }

  override async ApplyResourceChange(request: Message): Promise<Message> {
    const prior = fromWire(request["prior_state"] as WireValue);
    const planned = fromWire(request["planned_state"] as WireValue);
    // What was written, without what the emulation would make up for arguments that a provider fills.
    const config = fromWire(request["config"] as WireValue);
    const known = isValues(prior) ? prior : undefined;
    const answer = await super.ApplyResourceChange(request);
    try {
      const resource = this.real(request);
      if (!isValues(planned) || !isValues(config)) {
        if (known) await resource.destroy(known, this.context);
        return answer;
      }
      const made = fromWire(answer["new_state"] as WireValue) as Values;
      return {
        ...answer,
        new_state: toWire({ ...made, ...(await resource.apply(config, known, this.context)) }),
      };
    } catch (error) {
      const detail = (error as Error).message;
      const diagnostic = { severity: "ERROR", summary: `${request["type_name"]} failed`, detail };
      return { new_state: request["prior_state"], diagnostics: [diagnostic] };
    }
  }

  override ReadResource(request: Message): Message {
    return this.seen(request) as unknown as Message; // the server waits for every answer
  }

  private async seen(request: Message): Promise<Message> {
    const state = fromWire(request["current_state"] as WireValue);
    const gone = isValues(state) && !(await this.real(request).exists(state, this.context));
    return gone ? { new_state: toWire(null) } : super.ReadResource(request);
  }

  private get context() {
    return { directory: this.directory, provider: this.arguments };
  }

  private real(request: Message): RealResource {
    const type = request["type_name"] as string;
    const resource = RESOURCES[type];
    if (!resource) throw new Error(`the lab does not know how to make a ${type}`);
    return resource;
  }
}
