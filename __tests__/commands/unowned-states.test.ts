import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { report } from "../../commands/synth-report";
import { unownedStates } from "../../commands/unowned-states";
import { environment } from "../support/synth";

const azure = environment("azure");
const synthesis = {
  workspaces: [],
  required: {},
  unlocked: [],
  written: { "azure-pki": "azure" },
  kept: { "local-pki": "local" },
};
const known = ["local", "azure", "azure-eu"];

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-states-"));
  fs.mkdirSync(path.join(folder, "cdktf.out"));
  fs.mkdirSync(path.join(folder, "state"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const state = (workspace: string, resources: readonly object[] | string) =>
  fs.writeFileSync(
    path.join(folder, "state", `${workspace}.tfstate`),
    typeof resources === "string" ? resources : JSON.stringify({ version: 4, resources }),
  );

const one = [{ mode: "managed", instances: [{}] }];
const unowned = (environments = [azure]) =>
  unownedStates(path.join(folder, "cdktf.out"), environments, synthesis, known);

describe("a state that no workspace owns", () => {
  it("is named with what it holds", () => {
    const data = { mode: "data", instances: [{}] };
    state("azure-network-ap", [...one, { mode: "managed", instances: [{}, {}] }, data]);
    expect(unowned()).toEqual([{ workspace: "azure-network-ap", environment: "azure", resources: 3 }]);
    const said = stripVTControlCharacters(report([], synthesis, unowned())).split("\n");
    expect(said.slice(-3)).toEqual([
      "no workspace owns these states any longer:",
      "  azure-network-ap (3 resources)",
      "  npm run plan -- azure --base <commit that had them>; npm run apply destroys what it planned",
    ]);
  });

  it.each([
    ["is written now", "azure-pki", one],
    ["is kept", "local-pki", one],
    ["another environment's was not asked for", "local-monitoring-ap", one],
    ["one is another environment's of a longer name", "azure-eu-network-ap", one],
    ["was destroyed", "azure-network-ap", []],
    ["is no state", "azure-network-ap", "{"],
  ])("is none where its workspace %s", (_, workspace, resources) => {
    state(workspace, resources);
    expect(unowned()).toEqual([]);
  });

  it("may be that of the remote backend's storage, and is none where states are remote", () => {
    state("state-azure", one);
    expect(unowned()).toHaveLength(1);
    expect(report([], synthesis, unowned())).toMatch(
      /\n {2}put back what made state-azure, terraform destroy, remove it again$/,
    );
    const remote = environment("azure", (input) => {
      input.state = {
        kind: "azurerm",
        resourceGroup: "rg",
        storageAccount: "account",
        location: "westeurope",
      };
    });
    expect(unowned([remote])).toEqual([]);
  });
});
