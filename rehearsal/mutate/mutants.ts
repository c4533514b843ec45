import fs from "node:fs";
import path from "node:path";
import { environmentOf, type Listed } from "../manifest";
import { collapse, expand, type Json } from "./embedded";
import { changesNothing } from "./equivalent";
import { ATTRIBUTE, type Change, type Corpus, type Operator } from "./operator";
import { OPERATORS } from "./operators";
import { isImplied } from "./order";
import { shuffled } from "./random";
import { at, names, type Site, type Step, sites, withValue } from "./site";

/** One mistake in one synthesized workspace. */
export interface Mutant {
  readonly operator: Operator;
  readonly site: Site;
  readonly change: Change;
}

/** The synthesized workspaces of environments, opened. */
export class Synthesized implements Corpus {
  readonly roots: ReadonlyMap<string, Json>;
  /** All text of an environment, to see whether a word has any use. */
  private readonly texts = new Map<string, string>();
  private readonly sites: readonly Site[];
  private readonly bySibling = new Map<string, Json[]>();
  private readonly byName = new Map<string, Json[]>();
  private readonly byType = new Map<string, Set<string>>();

  constructor(
    folder: string,
    private readonly listed: readonly Listed[],
  ) {
    const read = (file: string) => fs.readFileSync(path.join(folder, file), "utf8");
    this.roots = new Map(listed.map(({ id, file }) => [id, expand(JSON.parse(read(file)))]));
    for (const { id, file } of listed) {
      const environment = environmentOf(id);
      this.texts.set(environment, (this.texts.get(environment) ?? "") + read(file));
    }
    this.sites = [...this.roots].flatMap(([id, root]) => sites(id, root));
    for (const site of this.sites) {
      append(this.bySibling, siblingKey(site), site.value);
      append(this.byName, /outputs\./.test(String(site.value)) ? "outputs" : lastName(site), site.value);
      append(this.byName, lastName(site), site.value);
      const [, , type = "", attribute] = ATTRIBUTE.exec(String(site.value)) ?? [];
      if (attribute) this.byType.set(type, (this.byType.get(type) ?? new Set()).add(attribute));
    }
  }

  siblings(site: Site): readonly Json[] {
    return this.bySibling.get(siblingKey(site)) ?? [];
  }

  named(name: string): readonly Json[] {
    return this.byName.get(name) ?? [];
  }

  attributes(type: string): readonly string[] {
    return [...(this.byType.get(type) ?? [])];
  }

  /** Every mutant that means something, by operator, in an order that depends on the seed. */
  mutants(seed: string): Map<Operator, Mutant[]> {
    return new Map(
      OPERATORS.map((operator) => {
        const all = this.sites.flatMap((site): Mutant[] => {
          const change = operator.change(site, this);
          if (!change) return [];
          const text = this.texts.get(environmentOf(site.workspace)) ?? "";
          const isIdle = changesNothing(site, change, text) || this.isRedundant(operator, site);
          return isIdle ? [] : [{ operator, site, change }];
        });
        return [operator, varied(shuffled(all, `${seed} ${operator.name}`, ({ site }) => placeOf(site)))];
      }),
    );
  }

  /** An order that holds without being written. */
  private isRedundant({ name }: Operator, { workspace, path: [, type, resource], value }: Site): boolean {
    if (name !== "an order is gone") return false;
    return isImplied(this.roots.get(workspace) as Json, `${type}.${resource}`, String(value));
  }

  /** Writes the workspace of a mutant into a copy of the folder. */
  write({ site, change }: Mutant, copy: string): void {
    const root = this.roots.get(site.workspace) as Json;
    const file = this.listed.find(({ id }) => id === site.workspace)?.file as string;
    const mutated = change.key
      ? renamed(root, change.key.path, change.key.name)
      : withValue(root, site.path, change.to);
    fs.writeFileSync(path.join(copy, file), JSON.stringify(collapse(mutated), null, 2));
  }
}

/** One of each argument of each type first, then a second of each, so that few mutants are nearly the same. */
function varied(mutants: readonly Mutant[]): Mutant[] {
  const seen = new Map<string, number>();
  const ranked = mutants.map((mutant) => {
    const { path: steps } = mutant.site;
    const key = [steps[0], steps[1], ...names(steps.slice(3))].join(" ");
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { mutant, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ mutant }) => mutant);
}

export function placeOf({ workspace, path: steps }: Site): string {
  return `${workspace}: ${steps.join(".")}`;
}

function renamed(root: Json, steps: readonly Step[], name: string): Json {
  const parent = at(root, steps.slice(0, -1)) as { [key: string]: Json };
  const entries = Object.entries(parent).map(([key, value]) => [key === steps.at(-1) ? name : key, value]);
  return withValue(root, steps.slice(0, -1), Object.fromEntries(entries));
}

/** References are borrowed from the same workspace: Terraform itself refuses those of others, which tests nothing. */
function siblingKey({ workspace, path: steps, value }: Site): string {
  const near = typeof value === "string" && value.includes("${");
  return [near ? workspace : environmentOf(workspace), steps[0], steps[1], ...names(steps.slice(3))].join(
    " ",
  );
}

function lastName({ path: steps }: Site): string {
  return names(steps).at(-1) ?? "";
}

function append(map: Map<string, Json[]>, key: string, value: Json): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
