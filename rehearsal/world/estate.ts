import type { CloudRules } from "../rules/cloud-rules";
import type { WorldObject } from "./object";

/** A workspace as far as order between workspaces goes. */
export interface Member {
  readonly id: string;
  readonly dependencies: readonly string[];
  /** The folder of its synthesized files. */
  readonly directory: string;
}

/** Everything that an environment's workspaces hold once they are up. */
export class Estate {
  private readonly byType = new Map<string, WorldObject[]>();
  private readonly byId = new Map<string, WorldObject[]>();
  private readonly before = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly members: readonly Member[],
    readonly objects: readonly WorldObject[],
    /** The folder of the project, for what its repository delivers by itself. */
    readonly project: string,
    /** Whose clusters may be among the resources. */
    readonly clouds: readonly Pick<CloudRules, "cluster">[],
  ) {
    for (const object of objects) {
      append(this.byType, object.type, object);
      for (const key of ["id", "arn"]) {
        const id = object.values[key];
        if (typeof id === "string") append(this.byId, id.toLowerCase(), object);
      }
    }
    for (const { id } of members) this.before.set(id, this.reachable(id));
  }

  /** Resources of a type, or of those that match. */
  ofType(type: string | RegExp): readonly WorldObject[] {
    if (typeof type === "string") return this.byType.get(type) ?? [];
    return [...this.byType].filter(([name]) => type.test(name)).flatMap(([, objects]) => objects);
  }

  /** What has an id or an ARN; clouds write the same id in different capitals. */
  withId(id: string): readonly WorldObject[] {
    return this.byId.get(id.toLowerCase()) ?? [];
  }

  /** Whether Terraform makes one before the other in every order that its graph allows. */
  isBefore(first: WorldObject, then: WorldObject): boolean {
    if (first.workspace === then.workspace) return then.dependencies.includes(first.node);
    return this.before.get(then.workspace)?.has(first.workspace) ?? false;
  }

  private reachable(id: string, found: Set<string> = new Set()): Set<string> {
    for (const need of this.members.find((member) => member.id === id)?.dependencies ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      this.reachable(need, found);
    }
    return found;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
