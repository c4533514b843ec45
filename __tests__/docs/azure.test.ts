import fs from "node:fs";
import path from "node:path";
import { environment, synthesizeToMemory } from "../support/synth";

const guide = fs.readFileSync(path.join(__dirname, "../../docs/environments/azure.md"), "utf8");
const { workspaces, dependencies } = synthesizeToMemory([
  environment("azure", (input) => {
    input.certificates = { kind: "private-ca" };
  }),
]);

/** The workspaces of the loop that deploys one after the other. */
const deployed = (/for workspace in ([\s\S]*?); do/.exec(guide)?.[1] ?? "").split(/[\s\\]+/).filter(Boolean);

it("deploys every workspace, each after those that it reads", () => {
  expect([...deployed].sort()).toEqual(Object.keys(workspaces).sort());
  for (const [position, id] of deployed.entries())
    expect(deployed.slice(0, position)).toEqual(expect.arrayContaining([...(dependencies[id] ?? [])]));
});

it("names only workspaces that exist, or that a third region or remote state brings", () => {
  const known = [...Object.keys(workspaces), "state-azure"];
  const named = [
    ...guide.matchAll(
      /\b(?:azure|state)-(?:network|dns|k3s-node|pki|api-deploy|global-lb|monitoring|azure)(?:-[a-z]+)?\b/g,
    ),
  ]
    .map(([id]) => id.replace(/-ap$/, "-us"))
    // `azure-network-*`, `azure-network-<region>`
    .filter(
      (id) => !["azure-network", "azure-k3s-node", "azure-api-deploy", "azure-monitoring"].includes(id),
    );
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
});

it("reads only outputs that exist", () => {
  const network = workspaces["azure-network-eu"]?.output ?? {};
  const node = workspaces["azure-k3s-node-eu"]?.output ?? {};
  for (const [, name] of guide.matchAll(/\$\((?:get|one) ([a-z-]+)\)/g))
    expect(Object.keys(node)).toContain(name);
  for (const [, cluster] of guide.matchAll(/\$\(address ([a-z]+)\)/g))
    expect(Object.keys(network)).toContain(`${cluster}-address`);
});

it("replaces resources by names that exist", () => {
  const addresses = Object.values(workspaces).flatMap(({ resource = {} }) =>
    Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`)),
  );
  const replaced = [...guide.matchAll(/\b((?:tls|azurerm|cloudflare)_\w+\.\w+_)\.\.\./g)].map(
    ([, start]) => start as string,
  );
  expect(replaced.length).toBeGreaterThan(5);
  expect(replaced.filter((start) => !addresses.some((address) => address.startsWith(start)))).toEqual([]);
});
