import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Bindings } from "../schema/bindings";
import type { Block } from "../schema/types";
import { documentedWords } from "./page";

/**
 * Writes `words.json`: the words that the providers' documentation lists for arguments of the types that the constructs
 * make, from a clone of each provider that has the tag.
 *
 *     git clone https://github.com/hashicorp/terraform-provider-google CLONE
 *     node --import tsx rehearsal/documented/generate.ts google=CLONE@v6.50.0 azurerm=CLONE@v4.75.0 && npm run format
 */
const PROJECT = path.resolve(__dirname, "../..");

/** Where a provider has the page of a type. */
const PAGES: Readonly<Record<string, (short: string) => string>> = {
  cloudflare: (short) => `docs/resources/${short}.md`,
  google: (short) => `website/docs/r/${short}.html.markdown`,
  azurerm: (short) => `website/docs/r/${short}.html.markdown`,
};

/** Arguments of a type, with the blocks that they are in. */
function leaves(block: Block, way: readonly string[] = []): string[][] {
  const own = Object.entries(block.attributes ?? {}).flatMap(
    ([name, { optional, required, nested_type }]) => {
      if (nested_type) return leaves({ attributes: nested_type.attributes }, [...way, name]);
      return optional || required ? [[...way, name]] : [];
    },
  );
  const nested = Object.entries(block.block_types ?? {});
  return [...own, ...nested.flatMap(([name, inner]) => leaves(inner.block, [...way, name]))];
}

/** Types of a provider that a room imports the classes of. */
function typesIn(room: string, provider: string): string[] {
  const folder = path.join(PROJECT, room);
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"));
  const imported = new RegExp(`@cdktf/provider-${provider}/lib/([a-z0-9-]+)`, "g");
  return files.flatMap((file) =>
    [...fs.readFileSync(path.join(folder, file), "utf8").matchAll(imported)].map(([, name = ""]) =>
      name.replaceAll("-", "_"),
    ),
  );
}

const words: Record<string, Record<string, readonly string[]>> = {};
const sources: Record<string, string> = {};
for (const argument of process.argv.slice(2)) {
  const [, provider = "", clone = "", tag = ""] = /^(\w+)=(.+)@(.+)$/.exec(argument) ?? [];
  const bindings = Bindings.find(provider, PROJECT);
  sources[provider] = `terraform-provider-${provider} ${tag}`;
  const shorts = [...new Set(["constructs", "stacks"].flatMap((room) => typesIn(room, provider)))].sort();
  for (const short of shorts) {
    const type = `${provider}_${short}`;
    const schema = bindings?.type("resource", type);
    if (!schema) continue; // a data source, or the provider itself
    const file = `${tag}:${PAGES[provider]?.(short)}`;
    const { stdout: page } = spawnSync("git", ["-C", clone, "show", file], { encoding: "utf8" }); // some types share a page
    const found = documentedWords(page, leaves(schema.block));
    if (Object.keys(found).length > 0) words[type] = found;
  }
}
fs.writeFileSync(path.join(__dirname, "words.json"), `${JSON.stringify({ sources, words }, null, 1)}\n`);
