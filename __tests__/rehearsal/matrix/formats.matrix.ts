import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { rehearse } from "../../../rehearsal/rehearse";
import { synthesize } from "../../../stacks/synthesis";
import { PROJECT } from "../fixtures/command";
import { findingsOf } from "../fixtures/report";
import { FORMAT_VARIANTS } from "./format-variants";

jest.setTimeout(600_000);

/** Validation and second plans are the other rehearsals' concern, and so is what the objects mean beside each other. */
const QUICKLY = { environments: [], quick: true, judged: false, destroy: false };

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-formats-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

it.each(Object.entries(FORMAT_VARIANTS))(
  "what JSON made of %s stays as it is when HCL follows",
  async (name, configured) => {
    const work = fs.mkdtempSync(path.join(root, "work-"));
    const up = async (format: "json" | "hcl") => {
      const folder = path.join(root, `${name}-${format}`, "cdktf.out");
      synthesize([configured()], { outdir: folder, hcl: format === "hcl" });
      const report = await rehearse({ ...QUICKLY, folder, project: PROJECT, work });
      expect(findingsOf(report)).toEqual([]);
      return report.workspaces;
    };
    const made = await up("json");
    const states = statesIn(work);
    // A cluster's add-ons may be none, and their workspace publish names alone; all others make something.
    const empty = made.filter(({ applied }) => applied === 0).map(({ workspace }) => workspace);
    expect(empty.filter((workspace) => !workspace.includes("-cluster-addons-"))).toEqual([]);
    const changed = (await up("hcl")).filter(({ applied }) => applied > 0);
    expect(changed.map(({ workspace }) => workspace)).toEqual([]);
    expect(statesIn(work)).toEqual(states);
  },
);

/** The resources and outputs of every state, by file. Which attributes are sensitive stands there in no order. */
function statesIn(folder: string): Readonly<Record<string, unknown>> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".tfstate"))
      .map((file) => {
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        const { resources, outputs } = JSON.parse(text, (key, value) =>
          key === "sensitive_attributes" ? value.map((each: unknown) => JSON.stringify(each)).sort() : value,
        );
        return [file, { resources, outputs }];
      }),
  );
}
