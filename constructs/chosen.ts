import { createHash } from "node:crypto";
import { Construct } from "constructs";

/**
 * The place of constructs whose ids people choose, within a scope: theirs never meet ours there. cdktf leaves a construct
 * called "Default" out of addresses, so that everything in it has the address that it would have beside it
 * (https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/private/unique.ts).
 */
export const chosen = (scope: Construct): Construct =>
  (scope.node.tryFindChild("Default") as Construct | undefined) ?? new Construct(scope, "Default");

/**
 * An id for each of several names of which ids cannot hold every character. Where that makes two names alike, the later
 * one in the order of the alphabet carries a checksum.
 */
export function idsFor(
  names: readonly string[],
  idOf: (name: string) => string,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [...new Set(names)].sort()) {
    const plain = idOf(name);
    const id = taken.has(plain) ? `${plain}-${checksum(name)}` : plain;
    taken.add(id);
    ids.set(name, id);
  }
  return new Map(names.map((name) => [name, ids.get(name) as string]));
}

const checksum = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 8);
