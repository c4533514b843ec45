import fs from "node:fs";
import path from "node:path";
import type { Change } from "./changes";
import { lifetimeOf } from "./emulator/replacement";
import type { Finding } from "./finding";
import { environmentOf } from "./manifest";

/** A state that no workspace owns any longer: what it holds lives on, unmanaged. */
export interface Orphan {
  readonly workspace: string;
  /** Resources that are still in it. */
  readonly addresses: readonly string[];
  /** What would be lost with them. */
  readonly holds: readonly string[];
}

type Loss = Pick<Finding, "step" | "rule" | "summary" | "detail"> & Partial<Finding>;

/** What is rehearsed over an earlier configuration that is up. */
export class Upgrade {
  private readonly used = new Set<string>();

  /** @param allowed - `<workspace>/<address>` of each resource that may be lost */
  constructor(private readonly allowed: readonly string[]) {}

  /** Resources that hold something and do not survive, as findings. */
  losses(workspace: string, changes: readonly Change[]): Loss[] {
    return changes.flatMap(({ address, action, because, loses }) => {
      if (!loses) return [];
      const name = `${workspace}/${address}`;
      const isAllowed = this.allowed.includes(name);
      if (isAllowed) this.used.add(name);
      const why = because.length > 0 ? ` because of ${because.join(", ")}` : "";
      return [
        {
          step: "upgrade",
          rule: "loss",
          address,
          summary: `is ${action === "replace" ? `replaced${why}` : "destroyed"}, and with it goes ${loses}`,
          detail: isAllowed ? "" : `if that is meant, allow it: --allow ${name}`,
          ...(isAllowed ? { accepted: "allowed by --allow" } : {}),
        },
      ];
    });
  }

  /** What was allowed but is not lost: most often a slip of the pen. */
  get unused(): string[] {
    return this.allowed.filter((name) => !this.used.has(name));
  }
}

/** States in a folder that belong to an environment but to none of its workspaces, and are not empty. */
export function orphans(
  states: string,
  environments: readonly string[],
  workspaces: readonly string[],
): Orphan[] {
  const ids = fs
    .readdirSync(states)
    .flatMap((file) => (file.endsWith(".tfstate") ? [path.basename(file, ".tfstate")] : []))
    .filter((id) => environments.includes(environmentOf(id)) && !workspaces.includes(id));
  return ids.flatMap((workspace) => {
    const { resources = [] } = JSON.parse(
      fs.readFileSync(path.join(states, `${workspace}.tfstate`), "utf8"),
    ) as {
      resources?: readonly { mode: string; type: string; name: string }[];
    };
    const managed = resources.filter(({ mode }) => mode === "managed");
    if (managed.length === 0) return [];
    const holds = new Set(managed.flatMap(({ type }) => lifetimeOf(type)?.holds ?? []));
    return [{ workspace, addresses: managed.map(({ type, name }) => `${type}.${name}`), holds: [...holds] }];
  });
}
