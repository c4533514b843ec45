import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const fixture = path.join(__dirname, "../fixtures/toy");

/** What a checkout holds, as far as the commands need it. */
const PARTS = [
  ...["config", "constructs", "stacks", "commands", "rehearsal", "dashboards", "runner"],
  ...["vagrant/nodes.json", "main.ts", "package.json", "tsconfig.json", "cdktf.json", "README.md"],
];

/** The lines that register the toy: all that changes in files that are there already. */
export const REGISTRY_LINES: Readonly<Record<string, readonly (readonly [after: string, line: string])[]>> = {
  "config/clouds/index.ts": [
    ['import { existing } from "./existing";', 'import { toy } from "./toy";'],
    ["export const clouds = {", "  toy,"],
  ],
  "config/environments/index.ts": [
    ['import local from "./local";', 'import toy from "./toy";'],
    ["export const environments = {", "  toy,"],
  ],
  "stacks/clouds.ts": [
    [
      "const CLOUDS: { readonly [Name in CloudName]: () => Define<Name> } = {",
      '  toy: () => (require("./toy/infrastructure") as typeof import("./toy/infrastructure")).toyInfrastructure,',
    ],
  ],
  "rehearsal/clouds.ts": [
    ['import { TLS } from "./tls/rules";', 'import { TOY } from "./toy/rules";'],
    ["export const CLOUDS: readonly CloudRules[] = [", "  TOY,"],
  ],
};

/** Makes a checkout in which the toy cloud is one of the clouds: its folders, and its lines in the registries. */
export function checkoutWithToy(folder: string): void {
  for (const part of PARTS) fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  fs.cpSync(fixture, folder, { recursive: true });
  for (const [file, lines] of Object.entries(REGISTRY_LINES)) {
    const at = path.join(folder, file);
    const text = lines.reduce(
      (before, [after, line]) => {
        if (before.split(after).length !== 2) throw new Error(`${file}: expected "${after}" once`);
        return before.replace(after, () => `${after}\n${line}`);
      },
      fs.readFileSync(at, "utf8"),
    );
    fs.writeFileSync(at, text);
  }
}
