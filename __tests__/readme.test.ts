import fs from "node:fs";
import path from "node:path";
import { workspacesOf } from "../commands/workspaces";
import { loadEnvironments } from "../config/load";
import { environmentSchema } from "../config/schema/environment";
import { synthesizeToMemory } from "./support/synth";

const root = path.join(__dirname, "..");
const environments = loadEnvironments();
const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");

/** The first cells of the rows of the table below a heading, without backquotes. */
const firstCells = (heading: string): readonly string[] => {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell as string);
};

it("lists the environments that exist", () => {
  expect(firstCells("Environments")).toEqual(environments.map(({ name }) => name));
});

it("lists every key of an environment, in the schema's order", () => {
  const keys = firstCells("Configuration").filter((cell) => !cell.startsWith("TF_VAR_"));
  expect(keys).toEqual(Object.keys(environmentSchema.shape));
});

it("has a row for every workspace", () => {
  const rows = firstCells("Workspaces").map(
    (row) => new RegExp(`^${row.replace("<env>", "[a-z]+").replace(/-<\w+>$/, "-[a-z-]+")}$`),
  );
  const ids = environments.flatMap(workspacesOf).map(({ id }) => id);
  expect(ids.filter((id) => !rows.some((row) => row.test(id)))).toEqual([]);
});

it("names every secret", () => {
  const workspaces = Object.values(synthesizeToMemory(environments).workspaces);
  const secrets = workspaces.flatMap(({ variable }) =>
    Object.entries(variable ?? {}).flatMap(([name, { sensitive }]) => (sensitive ? [name] : [])),
  );
  const chosen = environments
    .flatMap(({ workloads }) => workloads.flatMap(({ services }) => services))
    .flatMap(({ secrets: own }) => Object.values(own));
  for (const name of new Set(secrets.filter((each) => !chosen.includes(each))))
    expect(readme).toContain(`\`TF_VAR_${name}\``);
});

it("links only to files that exist", () => {
  const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target as string);
  expect(targets.filter((target) => !fs.existsSync(path.join(root, target)))).toEqual([]);
});

it("stays under 185 lines", () => {
  expect(readme.split("\n").length).toBeLessThan(185);
});
