import * as fs from "node:fs";
import * as path from "node:path";
import { loadEnvironments } from "../../../config/load";
import { synthesizeToMemory } from "../../support/synth";
import { addressesIn, lostBetween } from "./addresses";

/**
 * What stands in states that somebody has. Lines are added with what is new; one that is taken away is a resource destroyed,
 * which is *breaking*.
 */
const listOf = (environment: string): readonly string[] => {
  const file = path.join(__dirname, `${environment}.txt`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split("\n") : [];
};

describe.each(loadEnvironments().map((environment) => ({ name: environment.name, environment })))(
  "what somebody applied of $name",
  ({ name, environment }) => {
    const { workspaces } = synthesizeToMemory([environment]);

    it("keeps its address and its state, or is moved", () => {
      expect(lostBetween(listOf(name), workspaces)).toEqual([]);
    });

    it(`is listed in __tests__/stacks/addresses/${name}.txt`, () => {
      const listed = new Set(listOf(name));
      expect(addressesIn(workspaces).filter((line) => !listed.has(line))).toEqual([]);
    });
  },
);
