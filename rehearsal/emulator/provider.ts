import { setTimeout as sleep } from "node:timers/promises";
import { CLOUDS } from "../clouds";
import { type Problem, problems } from "../rules/check";
import { type KnownAtPlan, unknownArguments } from "../rules/known";
import { readOnlySet } from "../rules/read-only";
import type { ProviderSchema, Schema } from "../schema/types";
import { schemaMessage } from "../schema/wire";
import { Refusal } from "./behaviour";
import { drifted } from "./drift";
import { Filler, type Slot } from "./fill";
import { fillsBlocks, withFilledBlocks } from "./filled-blocks";
import { inventNumber, inventString, listLength, mapKeys, type Subject } from "./invent";
import { isCertificate, withMarker } from "./marker";
import { hiddenKeys, writeNote } from "./note";
import { planValues } from "./plan";
import { behaviourOf, makeReal, planReal, telling } from "./real";
import { replacingPaths } from "./replacement";
import { rulingText } from "./ruling";
import {
  fromState,
  fromWire,
  isValues,
  toWire,
  Unknown,
  type Value,
  type Values,
  type WireValue,
} from "./values";
import type { World } from "./world";

export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: { readonly steps: readonly object[] };
}

const KNOWN = CLOUDS.flatMap(({ known = [] }) => known);

type Request = Record<string, unknown>;
type Response = Record<string, unknown>;

/** One provider of one workspace, as Terraform talks to it. Method names are the protocol's. */
export class EmulatedProvider {
  private config: Values = {};

  constructor(
    readonly name: string,
    readonly workspace: string,
    private readonly schema: ProviderSchema,
    private readonly world: World,
  ) {}

  GetProviderSchema(): Response {
    const messages = (schemas: Record<string, Schema>) =>
      Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, schemaMessage(schema)]));
    return {
      provider: schemaMessage(this.schema.provider),
      resource_schemas: messages(this.schema.resource_schemas),
      data_source_schemas: messages(this.schema.data_source_schemas),
    };
  }

  ValidateProviderConfig(request: Request): Response {
    return { diagnostics: this.check(`provider.${this.name}`, valueAt(request, "config")) };
  }

  ValidateResourceConfig(request: Request): Response {
    const config = valueAt(request, "config");
    const type = typeOf(request);
    const readOnly = readOnlySet(type, this.resource(request).block, config).map(diagnostic);
    return { diagnostics: [...readOnly, ...this.check(type, config)] };
  }

  ValidateDataResourceConfig(request: Request): Response {
    return { diagnostics: this.check(`data.${typeOf(request)}`, valueAt(request, "config")) };
  }

  ConfigureProvider(request: Request): Response {
    const config = valueAt(request, "config");
    this.config = isValues(config) ? config : {};
    return { diagnostics: [...this.check(`provider.${this.name}`, config), ...this.misses("configure")] };
  }

  UpgradeResourceState(request: Request): Response {
    const raw = request["raw_state"] as { json?: Uint8Array } | undefined;
    const state = JSON.parse(Buffer.from(raw?.json ?? []).toString() || "null") as Value;
    return { upgraded_state: toWire(fromState(this.resource(request).block, state)) };
  }

  ReadResource(request: Request): Response {
    const type = typeOf(request);
    const state = valueAt(request, "current_state");
    this.log("read", type);
    const drifts =
      this.world.drifting.has(this.workspace) && this.world.hasFault("drift", type, this.workspace);
    const seen = drifts && isValues(state) ? drifted(this.resource(request).block, state) : state;
    return { new_state: toWire(seen), private: request["private"], diagnostics: this.misses("read") };
  }

  PlanResourceChange(request: Request): Response {
    const proposed = valueAt(request, "proposed_new_state");
    if (!isValues(proposed)) return { planned_state: toWire(null) };
    // Arguments that come from other workspaces are known only now, so they are checked again.
    const type = typeOf(request);
    const diagnostics = [...this.check(type, valueAt(request, "config")), ...this.missesToPlan(type)];
    const { block } = this.resource(request);
    const prior = valueAt(request, "prior_state");
    const proposal = withFilledBlocks(type, block, planValues(block, proposed), prior);
    const planned = planReal(behaviourOf(type), proposal, prior);
    return {
      planned_state: toWire(planned),
      requires_replace: replacingPaths(type, prior, planned),
      legacy_type_system: fillsBlocks(type),
      diagnostics,
    };
  }

  async ApplyResourceChange(request: Request): Promise<Response> {
    const type = typeOf(request);
    const prior = valueAt(request, "prior_state");
    const planned = valueAt(request, "planned_state");
    if (this.world.hasFault("slow", type, this.workspace)) await sleep(this.world.slowness);
    if (!isValues(planned)) {
      this.log("destroy", type);
      if (isValues(prior)) this.world.held.delete(String(prior["id"]));
      return { new_state: toWire(null) };
    }
    if (this.world.hasFault("fail", type, this.workspace)) {
      const detail = `this rehearsal was told to fail every ${type}`;
      return {
        new_state: toWire(prior),
        diagnostics: [{ severity: "ERROR", summary: "injected fault", detail }],
      };
    }
    this.log(isValues(prior) ? "update" : "create", type);
    const known = typeof planned["id"] === "string" ? planned["id"] : knownText(planned);
    const seed = isValues(prior) ? `${type}\n${known}` : this.world.uniqueSeed(`${type}\n${known}`);
    let real: Values;
    try {
      real = isValues(prior) ? planned : makeReal(behaviourOf(type), planned);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { summary, detail } = error;
      return { new_state: toWire(null), diagnostics: [{ severity: "ERROR", summary, detail }] };
    }
    this.watch(type, this.resource(request), planned, real);
    const made = this.fill(this.resource(request), type, real, seed);
    this.world.held.set(String(made["id"]), {
      workspace: this.workspace,
      type,
      location: this.locationOf(made),
    });
    return { new_state: toWire(made), legacy_type_system: fillsBlocks(type), private: this.note(request) };
  }

  ReadDataSource(request: Request): Response {
    const type = `data.${typeOf(request)}`;
    const config = valueAt(request, "config");
    this.log("data", type);
    if (!isValues(config)) return { state: toWire(null) };
    const schema = this.schema.data_source_schemas[typeOf(request)] as Schema;
    const diagnostics = [...this.check(type, config), ...this.misses("read")];
    const planned = planValues(schema.block, config);
    const real = makeReal(behaviourOf(type), planned);
    return { state: toWire(this.fill(schema, type, real, `${type}\n${knownText(config)}`)), diagnostics };
  }

  ImportResourceState(request: Request): Response {
    const detail = `${typeOf(request)} '${request["id"]}': the emulated clouds start empty, so there is nothing to import; rehearse without the import block`;
    return { diagnostics: [{ severity: "ERROR", summary: "imports are refused", detail }] };
  }

  MoveResourceState(request: Request): Response {
    const detail = `from ${request["source_type_name"]} to ${request["target_type_name"]}: only the provider itself knows how to translate one type to another`;
    return { diagnostics: [{ severity: "ERROR", summary: "moves between types are refused", detail }] };
  }

  StopProvider(): Response {
    return {};
  }

  private resource(request: Request): Schema {
    return this.schema.resource_schemas[typeOf(request)] as Schema;
  }

  private fill(schema: Schema, type: string, planned: Values, seed: string): Values {
    const values: Values = withoutUnknown(planned);
    const subject: Subject = { type, values, provider: this.config, seed };
    const invent = (slot: Slot, kind: "string" | "number" | "bool"): Value => {
      if (kind === "number") return inventNumber(slot);
      if (kind === "bool") return false;
      const text =
        slot.sensitive && this.world.marks ? this.marked(subject, slot) : inventString(subject, slot);
      if (slot.path.length === 1) values[slot.path[0] as string] ??= text;
      return text;
    };
    const filler = new Filler(invent, listLength, (path) => mapKeys(subject.type, path));
    // These first: other values are made from them.
    let known = planned;
    for (const name of ["region", "id"]) {
      const attribute = schema.block.attributes?.[name];
      if (!attribute) continue;
      const filled = filler.fill({ attributes: { [name]: attribute } }, { [name]: known[name] ?? null });
      known = { ...known, ...filled };
    }
    return filler.fill(schema.block, known);
  }

  /** Real secrets cannot hold a marker: a part of their own tells them from others. */
  private watch(type: string, { block }: Schema, planned: Values, real: Values): void {
    if (!this.world.marks) return;
    for (const [name, { sensitive }] of Object.entries(block.attributes ?? {})) {
      const value = real[name];
      if (!sensitive || !(planned[name] instanceof Unknown) || typeof value !== "string") continue;
      const marker = telling(behaviourOf(type), value);
      if (marker) this.world.canaries.push({ marker, origin: `${this.workspace}: ${type} ${name}` });
    }
  }

  private marked(subject: Subject, slot: Slot): string {
    const plausible = inventString(subject, slot);
    if (isCertificate(plausible)) return plausible;
    const marker = this.world.canary(
      `${this.workspace}: ${subject.type} ${slot.path.join(".")}`,
      subject.seed,
    );
    return withMarker(plausible, marker);
  }

  /** Where this provider's resources are, and what else of one is in no argument of its state. */
  private note(request: Request): Uint8Array {
    const place =
      CLOUDS.find((cloud) => cloud.place?.providers.test(this.name))?.place?.of(this.config) ?? {};
    const config = valueAt(request, "config");
    return writeNote({ place, ...hiddenKeys(this.resource(request).block, isValues(config) ? config : {}) });
  }

  private locationOf(values: Values): string | undefined {
    const location = values["location"] ?? values["region"] ?? this.config["region"];
    return typeof location === "string" ? location : undefined;
  }

  private check(type: string, config: Value): Diagnostic[] {
    if (!isValues(config)) return [];
    return problems(type, config, this.world, this.locationOf(config)).map(diagnostic);
  }

  /** What the provider's own configuration leaves unknown although it is needed now. */
  private misses(at: KnownAtPlan["at"]): Diagnostic[] {
    return unknownArguments(KNOWN, `provider.${this.name}`, this.config, at).map(diagnostic);
  }

  /** Objects of any kind are compared with the cluster's API before they are planned. */
  private missesToPlan(type: string): Diagnostic[] {
    return type === "kubernetes_manifest" ? this.misses("read") : [];
  }

  private log(action: World["calls"][number]["action"], type: string): void {
    this.world.calls.push({ workspace: this.workspace, action, type });
  }
}

function diagnostic(problem: Problem): Diagnostic {
  const steps = problem.path.map((step) =>
    typeof step === "number" ? { element_key_int: step } : { attribute_name: step },
  );
  return { severity: "WARNING", summary: problem.says, detail: rulingText(problem), attribute: { steps } };
}

function typeOf(request: Request): string {
  return request["type_name"] as string;
}

function valueAt(request: Request, name: string): Value {
  return fromWire(request[name] as WireValue | undefined);
}

function withoutUnknown(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !(value instanceof Unknown)));
}

function knownText(values: Values): string {
  return JSON.stringify(values, (_, value: unknown) => {
    if (value instanceof Unknown) return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });
}
