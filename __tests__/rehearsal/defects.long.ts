import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { rehearse } from "../../rehearsal/rehearse";
import { table } from "../../rehearsal/report/table";
import { schedule } from "../../rehearsal/schedule";
import { DEFECTS, type Defect } from "./defects/catalogue";
import { Output } from "./defects/output";
import { synthesizePlatform } from "./fixtures/platform";

/** Raise it with every defect that is added; it never falls. */
const RECORDED = 57;

const project = path.join(__dirname, "../..");
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "defects-"));
const sound = path.join(temporary, "sound/cdktf.out");
const said = new Map<string, string>();

/** All that a rehearsal says, or that it cannot be carried out. */
async function rehearsed(work: string, folder: string, workspaces?: readonly string[]): Promise<string> {
  try {
    const options = {
      folder,
      environments: [],
      workspaces,
      project,
      work,
      destroy: false,
      parallel: 1,
    };
    const report = await rehearse(options);
    return report.ok ? "" : table(report, false);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

async function plant({ name, at, plant }: Defect, index: number): Promise<boolean> {
  const work = path.join(temporary, String(index));
  fs.cpSync(path.join(temporary, "sound/work/state"), path.join(work, "state"), {
    recursive: true,
    filter: (file) => !at.includes(path.basename(file, ".tfstate")),
  });
  fs.copyFileSync(path.join(temporary, "sound/work/.rehearsal"), path.join(work, ".rehearsal"));
  const folder = path.join(work, "defective");
  fs.cpSync(sound, folder, { recursive: true });
  const output = new Output(folder);
  plant(output);
  output.save();
  said.set(name, await rehearsed(work, folder, at));
  fs.rmSync(work, { recursive: true });
  return true;
}

beforeAll(async () => {
  fs.mkdirSync(sound, { recursive: true });
  synthesizePlatform(sound);
  expect(await rehearsed(path.join(temporary, "sound/work"), sound)).toBe(""); // without a defect nothing is said
  const names = DEFECTS.map(({ name }) => name);
  await schedule(
    names,
    () => [],
    os.availableParallelism(),
    (name) => {
      const index = names.indexOf(name);
      return plant(DEFECTS[index] as Defect, index);
    },
  );
}, 300_000);

afterAll(() => {
  const caught = DEFECTS.filter(({ name, caughtAs }) => caughtAs.test(said.get(name) ?? "")).length;
  process.stdout.write(`seeded defects: ${caught} caught of ${DEFECTS.length}\n`);
  fs.rmSync(temporary, { recursive: true, force: true });
});

it.each(DEFECTS)("a rehearsal catches $name", ({ name, caughtAs }) => {
  expect(said.get(name)).toMatch(caughtAs);
});

it(`catches at least ${RECORDED} kinds of defect`, () => {
  const caught = DEFECTS.filter(({ name, caughtAs }) => caughtAs.test(said.get(name) ?? ""));
  expect(caught.length).toBeGreaterThanOrEqual(RECORDED);
});
