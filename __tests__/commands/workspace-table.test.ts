import { stripVTControlCharacters } from "node:util";
import { workspaceTable } from "../../commands/workspace-table";
import { workspacesOf } from "../../commands/workspaces";
import { environment } from "../support/synth";

/** The table without colours, which a terminal has. */
const plain = (...args: Parameters<typeof workspaceTable>) =>
  stripVTControlCharacters(workspaceTable(...args));

describe("the table of workspaces", () => {
  it.each(["local", "azure", "aws"] as const)("of %s fits 100 columns", (name) => {
    const lines = plain(name, workspacesOf(environment(name))).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines[0]).toMatch(/^workspace +resources {2}reads +publishes$/);
  });

  it("fits with the longest names that there can be", () => {
    const id = "azure-azure-cluster-addons-abcdefghijkl";
    const name = "abcdefghijkl-private-address";
    const of = {
      id,
      kind: "cluster-addons",
      resources: 1234,
      dependsOn: [],
      reads: { [id]: [name] },
      publishes: [name, name, name],
    };
    for (const line of plain("azure-azure", [of]).split("\n")) {
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it("takes as long as it is, though one workspace reads all the others", () => {
    const others = Array.from({ length: 2000 }, (_, index) => ({
      id: `azure-network-r${index}`,
      kind: "network",
      resources: 9,
      dependsOn: [],
      reads: {},
      publishes: ["subnet", "address"],
    }));
    const reads = Object.fromEntries(others.map(({ id }) => [id, ["subnet", "address"]]));
    const publishes = others.map(({ id }) => `${id}-certificate`);
    const all = {
      id: "azure-pki",
      kind: "pki",
      resources: 9,
      dependsOn: Object.keys(reads),
      reads,
      publishes,
    };
    const before = process.cpuUsage();
    const table = workspaceTable("azure", [...others, all]);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(0.5); // a table library took a minute for a tenth of it
    expect(table.split("\n")).toHaveLength(1 + 2000 + 3);
    expect(table).toMatch(/and 19\d\d more/);
  });
});
