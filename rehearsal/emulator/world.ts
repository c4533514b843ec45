import { createHash } from "node:crypto";

/** A fault that a rehearsal injects on purpose. */
export interface Fault {
  readonly kind: "fail" | "slow" | "drift";
  /** Resource type, such as `azurerm_subnet`. */
  readonly type: string;
  /** Only in this workspace; everywhere where absent. */
  readonly workspace?: string | undefined;
}

/** A secret marker and where it was put in. */
export interface Canary {
  readonly marker: string;
  readonly origin: string;
}

/** One thing that an emulated cloud holds. */
export interface Held {
  readonly workspace: string;
  readonly type: string;
  /** Location or region that it was made in, where it has one. */
  readonly location: string | undefined;
}

/** One call that changed or read something, in the order of arrival. */
export interface Call {
  readonly workspace: string;
  readonly action: "read" | "create" | "update" | "destroy" | "data";
  readonly type: string;
}

/** What all emulated providers of a run share: the clouds' contents, faults, canaries and a log of calls. */
export class World {
  readonly calls: Call[] = [];
  readonly held = new Map<string, Held>();
  readonly canaries: Canary[] = [];
  /** Workspaces whose next refresh shows drift. */
  readonly drifting = new Set<string>();
  private readonly seeds = new Map<string, number>();

  constructor(
    readonly faults: readonly Fault[] = [],
    readonly marks: boolean = false,
    /** How long a slow resource takes, in milliseconds. */
    readonly slowness: number = 2_000,
  ) {}

  hasFault(kind: Fault["kind"], type: string, workspace: string): boolean {
    return this.faults.some(
      (fault) => fault.kind === kind && fault.type === type && (fault.workspace ?? workspace) === workspace,
    );
  }

  /** Where a resource is; parts of one (a subnet of a network) are where the whole is. */
  locationOf(id: string): string | undefined {
    for (let part = id; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf("/")))) {
      const location = this.held.get(part)?.location;
      if (location) return location;
      if (!part.includes("/")) break;
    }
    return undefined;
  }

  /**
   * A new marker, the same in every rehearsal. It consists of letters and digits only, so it survives any encoding that
   * keeps those.
   *
   * @param seed - tells secrets of one origin apart
   */
  canary(origin: string, seed = ""): string {
    const digest = createHash("sha256")
      .update(this.uniqueSeed(`canary ${origin}\n${seed}`))
      .digest("hex");
    const marker = `canary${digest.slice(0, 18)}`;
    this.canaries.push({ marker, origin });
    return marker;
  }

  /** A seed that no other resource has, even one with the same arguments. */
  uniqueSeed(seed: string): string {
    const count = (this.seeds.get(seed) ?? 0) + 1;
    this.seeds.set(seed, count);
    return `${seed}#${count}`;
  }
}
