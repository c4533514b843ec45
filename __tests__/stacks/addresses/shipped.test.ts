import fs from "node:fs";
import path from "node:path";
import { loadEnvironments } from "../../../config/load";
import { synthesizeToMemory } from "../../support/synth";
import { addressesIn, lostBetween } from "./addresses";

/**
 * The addresses in states that users have. A line that is taken away is a resource destroyed, which is *breaking*; new ones are
 * written by the test, as Jest writes new snapshots.
 */
const fileOf = (environment: string): string => path.join(__dirname, `${environment}.txt`);

const listOf = (environment: string): readonly string[] =>
  fs.existsSync(fileOf(environment)) ? fs.readFileSync(fileOf(environment), "utf8").trim().split("\n") : [];

describe.each(loadEnvironments().map((environment) => ({ name: environment.name, environment })))(
  "what somebody applied of $name",
  ({ name, environment }) => {
    const { workspaces } = synthesizeToMemory([environment]);

    it("keeps its address and its state, or is moved", () => {
      expect(lostBetween(listOf(name), workspaces)).toEqual([]);
    });

    afterAll(() => {
      const listed = listOf(name);
      const all = [...new Set([...listed, ...addressesIn(workspaces)])].sort();
      if (all.length === listed.length || process.env["CI"]) return;
      fs.writeFileSync(fileOf(name), `${all.join("\n")}\n`);
    });
  },
);
