import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { differenceOf, synthesizeElsewhere, variablesIn } from "../../../rehearsal/synthesis/repeat";
import { synthesize } from "../../../rehearsal/synthesis/synth";
import { PROJECT } from "../fixtures/command";

jest.setTimeout(60_000); // programs are started, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "repeat-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

/** A project whose `main.ts` writes a workspace for each expression, with its value in it. */
function projectWith(expressions: readonly string[]): string {
  const project = fs.mkdtempSync(path.join(temporary, "project-"));
  fs.symlinkSync(path.join(PROJECT, "node_modules"), path.join(project, "node_modules"));
  fs.writeFileSync(
    path.join(project, "main.ts"),
    `import fs from "node:fs";
    const variable = { token: { type: "string", sensitive: true } };
    const values = [${expressions.join(", ")}];
    for (const [index, value] of values.entries()) {
      const folder = process.env["CDKTF_OUTDIR"] + "/stacks/demo-" + index;
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(folder + "/cdk.tf.json", JSON.stringify({ variable, output: { it: { value } } }, null, 2));
    }`,
  );
  return project;
}

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ["the time zone", "new Date(0).toString()"],
  ["the language", "(1234.5).toLocaleString()"],
  ["the folder", "__dirname"],
  ["where it writes to", 'process.env["CDKTF_OUTDIR"]'],
  ["the order of environments", "process.argv.slice(2).join()"],
  ["a Terraform variable, which is a secret", 'process.env["TF_VAR_token"] ?? "none"'],
  ["chance", "Math.random()"],
];

describe("what is synthesized twice", () => {
  let outdir: string;
  let again: string;
  beforeAll(async () => {
    const project = projectWith([...EXPRESSIONS.map(([, expression]) => expression), '"always the same"']);
    const root = fs.mkdtempSync(path.join(temporary, "again-"));
    outdir = path.join(root, "cdktf.out");
    const what = { project, environments: ["demo", "other"], hcl: false };
    process.env["TF_VAR_token"] = "the user's own";
    await synthesize({ ...what, outdir });
    delete process.env["TF_VAR_token"];
    expect(variablesIn(outdir)).toEqual(["token"]);
    again = await synthesizeElsewhere(what, variablesIn(outdir), root);
  });

  it.each(EXPRESSIONS.map(([name], index) => [name, index] as const))(
    "shows that it depends on %s",
    (_, index) => {
      expect(differenceOf(`demo-${index}`, outdir, again)).toMatchObject({
        file: `stacks/demo-${index}/cdk.tf.json`,
        line: 10,
      });
    },
  );

  it("shows nothing where it depends on the configuration alone", () => {
    expect(differenceOf(`demo-${EXPRESSIONS.length}`, outdir, again)).toBeUndefined();
  });

  it("knows nothing of the user's Terraform variables", () => {
    expect(differenceOf("demo-5", outdir, again)).toMatchObject({ first: expect.stringContaining('"none"') });
  });
});

it("a synthesis that fails only elsewhere is told as such", async () => {
  const project = projectWith(['(() => { if (process.env["TZ"]) throw new Error("no zone, please"); })()']);
  const root = fs.mkdtempSync(path.join(temporary, "fails-"));
  const again = synthesizeElsewhere({ project, environments: [], hcl: false }, [], root);
  await expect(again).rejects.toThrow(
    /^synthesized again in another folder.*, the same fails:\n[\s\S]*no zone, please/,
  );
});
