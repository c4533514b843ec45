import {
  Fn,
  TerraformOutput,
  TerraformProvider,
  type TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { type Placeholder, placeholdersIn } from "../../config/documentation";
import type { WorkspaceName } from "../../config/names";
import type { Environment, State } from "../../config/schema/environment";
import "./resolution";
import { SECRET_VERSIONS } from "../../constructs/kubernetes/variable-secret";
import type { RequiredProvider } from "../output/locks";
import { backendOf } from "./backend";
import { DOCUMENTATION_VALUES, placeholdersOf, refusal } from "./documentation-values";
import { hclOf } from "./hcl/configuration";
import { metadataOf } from "./hcl/metadata";
import { shapesIn } from "./hcl/shape";
import { PROVIDER_VERSIONS } from "./provider-versions";

/** What crosses the border between two workspaces: a string, or a list of strings. */
type Value = string | readonly string[];

/** A value that Terraform must not print. */
class Sensitive<T extends Value> {
  constructor(readonly value: T) {}
}

/** Marks an output as sensitive: Terraform hides it in the workspace that publishes it and in all that consume it. */
export const sensitive = <T extends Value>(value: T): Sensitive<T> => new Sensitive(value);

/** 1.11 brought S3 lock files and write-only arguments. */
const TERRAFORM_VERSION = ">= 1.11.0";

/** A workspace in a few words: for tables, graphs and the order of deployment. */
export interface WorkspaceDescription extends WorkspaceName {
  /** How many resources it holds. */
  readonly resources: number;
  /** The outputs that it reads, by workspace. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The workspaces that are deployed before it. */
  readonly dependsOn: readonly string[];
  /** The names of its outputs. */
  readonly publishes: readonly string[];
}

interface Published {
  readonly isList: boolean;
  readonly isSensitive: boolean;
}

/**
 * A Terraform workspace of the platform: a root module with a state of its own.
 *
 * `Output` is the closed list of what it promises to the others. Publishing and consuming named outputs is the only way
 * that data crosses a border, so the compiler knows every edge between workspaces; and a moved or renamed construct
 * never changes what others read.
 */
export abstract class PlatformStack<Output extends object = Record<never, never>> extends TerraformStack {
  private readonly published = new Map<string, Published>();
  private readonly sources = new Map<string, TerraformRemoteState>();
  private readonly consumed = new Map<string, Set<string>>();
  private readonly missing: string[] = [];
  private placeholders: readonly Placeholder[] = [];

  /** What it requires of others; known once it is synthesized. */
  requiredProviders: readonly RequiredProvider[] = [];

  /**
   * @param workspace - from `config/names.ts`
   * @param state - where this workspace keeps its state
   * @param versions - of the secrets that it writes. @default - all are the first
   */
  protected constructor(
    scope: Construct,
    private readonly workspace: WorkspaceName,
    private readonly state: State,
    { secretVersions }: Partial<Pick<Environment, "secretVersions">> = {},
  ) {
    super(scope, workspace.id);
    if (secretVersions !== undefined) this.node.setContext(SECRET_VERSIONS, secretVersions);
    backendOf(state).create(this, workspace.id, state);
  }

  /** Keeps the workspace from being planned until something is there: a sentence part for each that says how. */
  protected awaits(missing: readonly string[]): void {
    this.missing.push(...missing);
  }

  /** Keeps the workspace from being planned while documentation values of an environment are in what it makes. */
  refuseDocumentationValues(environment: Environment): void {
    this.placeholders = placeholdersIn(environment);
  }

  /** Publishes every promised output under its own name. Lists are JSON at the border. */
  protected publish(
    outputs: { readonly [Name in keyof Output]: Output[Name] | Sensitive<Output[Name] & Value> },
  ): void {
    for (const [name, output] of Object.entries(outputs as Record<string, Value | Sensitive<Value>>)) {
      const isSensitive = output instanceof Sensitive;
      const value = isSensitive ? output.value : output;
      const isList = typeof value !== "string";
      this.published.set(name, { isList, isSensitive });
      new TerraformOutput(this, name, {
        value: isList ? Fn.jsonencode(value) : value,
        staticId: true,
        ...(isSensitive ? { sensitive: true } : {}),
      });
    }
  }

  /**
   * Reads promised outputs of another workspace, and deploys after it. What the producer marked sensitive is sensitive
   * here too: Terraform's remote state drops the mark.
   */
  consume<Promised extends object, Name extends keyof Promised & string>(
    from: PlatformStack<Promised>,
    ...names: Name[]
  ): Pick<Promised, Name> {
    this.addDependency(from);
    const source = this.sourceOf(from);
    const consumed = this.consumed.get(from.node.id) ?? new Set();
    this.consumed.set(from.node.id, new Set([...consumed, ...names]));
    return Object.fromEntries(names.map((name) => [name, from.read(source, name)])) as Pick<Promised, Name>;
  }

  private sourceOf(from: PlatformStack<object>): TerraformRemoteState {
    const known = this.sources.get(from.node.id);
    if (known) return known;
    const source = backendOf(from.state).read(this, from.node.id, from.node.id, from.state);
    this.sources.set(from.node.id, source);
    return source;
  }

  private read(source: TerraformRemoteState, name: string): Value {
    const published = this.published.get(name);
    if (!published) {
      throw new Error(`${this.node.id}: output '${name}' is consumed before it is published`);
    }
    const raw = published.isSensitive ? Fn.sensitive(source.get(name)) : source.get(name);
    return published.isList ? Token.asList(Fn.jsondecode(Token.asString(raw))) : Token.asString(raw);
  }

  /** The workspace as people speak of it. */
  describe(): WorkspaceDescription {
    return {
      ...this.workspace,
      resources: this.node.findAll().filter(TerraformResource.isTerraformResource).length,
      reads: Object.fromEntries([...this.consumed].map(([workspace, names]) => [workspace, [...names]])),
      dependsOn: this.dependencies.map(({ node }) => node.id),
      publishes: [...this.published.keys()],
    };
  }

  /**
   * Before it is synthesized, a workspace asks for the right versions of the providers that it ended up with. cdktf would
   * also resolve all elements once to find references between stacks; `resolution.ts` finds them while it resolves.
   */
  override prepareStack(): void {
    const constructs = this.node.findAll();
    for (const [provider, { version }] of Object.entries(PROVIDER_VERSIONS)) {
      if (!constructs.some((construct) => isProvider(construct, provider))) continue;
      this.addOverride(`terraform.required_providers.${provider}.version`, version);
    }
  }

  /** cdktf would publish what another workspace uses; but here outputs are promises, and not made in passing. */
  override registerOutgoingCrossStackReference(identifier: string): never {
    throw new Error(
      `${identifier} of ${this.node.id} is used but not published; publish it as an output, and consume that`,
    );
  }

  override toTerraform() {
    const json = super.toTerraform();
    json.terraform.required_version = TERRAFORM_VERSION;
    this.requiredProviders = requiredIn(json.terraform.required_providers ?? {});
    const wanted = [...this.missing, ...this.documented(json)];
    if (wanted.length > 0) json.variable = { ...json.variable, [DOCUMENTATION_VALUES]: refusal(wanted) };
    return json;
  }

  private documented(json: object): readonly string[] {
    if (this.placeholders.length === 0) return [];
    return placeholdersOf(JSON.stringify(json), this.placeholders).map(({ path }) => path);
  }

  override toHclTerraform() {
    const configuration = this.toTerraform();
    return { hcl: hclOf(configuration, shapesIn(this)), metadata: metadataOf(configuration) };
  }

  /** Carries `Output` in the type; never read at run time. */
  declare protected readonly promised: Output;
}

/** As Terraform reads a source: the registry's host and HashiCorp's namespace may be left out. */
const requiredIn = (
  providers: Readonly<Record<string, { readonly source: string; readonly version: string }>>,
): readonly RequiredProvider[] =>
  Object.values(providers).map(({ source, version }) => {
    const steps = source.split("/");
    const whole = ["registry.terraform.io", "hashicorp"].slice(0, 3 - steps.length);
    return { address: [...whole, ...steps].join("/"), version };
  });

const isProvider = (construct: unknown, name: string): boolean =>
  TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === name;
