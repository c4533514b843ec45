import fs from "node:fs";
import path from "node:path";
import manifest from "../../package.json";
import { environment, synthesizeToMemory } from "../support/synth";

const root = path.join(__dirname, "../..");

/** The commands of a guide: what stands in its blocks for a shell. */
const commandsOf = (name: string): string =>
  [
    ...fs
      .readFileSync(path.join(root, `docs/environments/${name}.md`), "utf8")
      .matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm),
  ]
    .map(([, block]) => block)
    .join("\n");

/** Guides whose workspaces stand in commands by their full names; those of other environments loop over regions. */
describe.each(["local", "aws"] as const)(
  "the commands of the guide of %s, by what is synthesized",
  (name) => {
    const { workspaces, dependencies } = synthesizeToMemory([environment(name)]);
    const commands = commandsOf(name);
    const ids = Object.keys(workspaces);
    const named = [...commands.matchAll(new RegExp(`(?<![-\\w])${name}-[a-z0-9-]+`, "g"))].map(([id]) => id);
    const loops = [...commands.matchAll(/for workspace in ([\s\S]*?); do/g)].map(([, list = ""]) =>
      list.split(/[\s\\]+/).filter(Boolean),
    );

    it("apply every workspace, each after those that it reads", () => {
      const order = [...new Set(named)];
      expect([...order].sort()).toEqual([...ids].sort());
      for (const [position, id] of order.entries())
        expect(order.slice(0, position)).toEqual(expect.arrayContaining([...(dependencies[id] ?? [])]));
    });

    it("destroy every workspace before those that it reads, where they do it one by one", () => {
      for (const order of loops.slice(1).map((loop) => [...loop].reverse())) {
        expect([...order].sort()).toEqual([...ids].sort());
        for (const [position, id] of order.entries())
          expect(order.slice(0, position)).toEqual(expect.arrayContaining([...(dependencies[id] ?? [])]));
      }
    });

    it("read only outputs that exist", () => {
      const reads = [
        ...commands.matchAll(/stacks\/([a-z0-9-]+) output -raw "?([a-z0-9-]+)/g),
        ...commands.matchAll(/(?<!\w )\boutput ([a-z0-9]+-[a-z0-9-]+) ([a-z0-9-]+)/g),
      ].map(([, id = "", output = ""]) => [id, output] as const);
      expect(reads.length).toBeGreaterThan(0);
      expect(reads.filter(([id, output]) => !(output in (workspaces[id]?.output ?? {})))).toEqual([]);
    });
  },
);

it.each(["local", "azure", "aws", "vultr", "kops", "gcp", "minikube"])(
  "the guide of %s runs scripts and copies files that exist",
  (name) => {
    const commands = commandsOf(name);
    const scripts = [...commands.matchAll(/\bnpm run (?:--silent )?([a-z:-]+)/g)].map(
      ([, script]) => script as string,
    );
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
    const files = [...commands.matchAll(/\bcp (config\/\S+)/g)].map(([, file]) => file as string);
    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(0);
  },
);
