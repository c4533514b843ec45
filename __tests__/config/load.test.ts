import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { merge } from "../../config/define";
import { environments } from "../../config/environments";
import { loadEnvironments } from "../../config/load";

let overlays: string;
beforeEach(() => {
  overlays = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-overlays-"));
});
afterEach(() => fs.rmSync(overlays, { recursive: true }));

const overlay = (name: string, text: string): void =>
  fs.writeFileSync(path.join(overlays, `${name}.user.ts`), text);

describe("which environments are synthesized", () => {
  it("is all by default", () => {
    expect(loadEnvironments("", overlays).map(({ name }) => name)).toEqual(Object.keys(environments));
  });

  it("is what a comma list names, each once", () => {
    expect(loadEnvironments("local, local", overlays).map(({ name }) => name)).toEqual(["local"]);
  });

  it("fails on an unknown name and lists the known ones", () => {
    expect(() => loadEnvironments("lokal,moon", overlays)).toThrow(
      `ENVIRONMENT: 2 problems\n  no environment "lokal"; expected one or more of ${Object.keys(environments).join(", ")}, such as ENVIRONMENT=local\n  no environment "moon"`,
    );
  });
});

describe("a user's overlay", () => {
  it("changes what it names and keeps the rest", () => {
    overlay("local", 'export default { charts: { mirror: "oci://registry.example.com/charts" } };');
    const [local] = loadEnvironments("local", overlays);
    expect(local?.charts.mirror).toBe("oci://registry.example.com/charts");
    expect(local?.workloads).toHaveLength(1);
  });

  it("fails with both files' names where it makes the environment wrong", () => {
    overlay("local", 'export default { charts: { mirror: "ftp://example.com" }, protect: 1 };');
    expect(() => loadEnvironments("local", overlays)).toThrow(
      /^config\/environments\/local\.ts with local\.user\.ts: 2 problems\n {2}charts\.mirror: expected a chart repository.*\n {2}protect: expected true or false/,
    );
  });

  it.each([
    ["is no TypeScript", "export default {{"],
    ["throws", 'throw new Error("no such file");'],
  ])("that %s fails with its name and the reason, without a stack trace", (_, text) => {
    overlay("local", text);
    expect(() => loadEnvironments("local", overlays)).toThrow(
      /^config\/environments\/local\.user\.ts: 1 problem\n {2}cannot be read: .+; expected export default defineOverlay/,
    );
  });

  it.each(["export const domain = 1;", "export default [];", "export default null;"])(
    "that exports no object (%s) says so",
    (text) => {
      overlay("local", text);
      expect(() => loadEnvironments("local", overlays)).toThrow(
        /has no default export that is an object; expected/,
      );
    },
  );
});

it("merges objects key by key and replaces lists", () => {
  expect(merge({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, e: 2 })).toEqual({
    a: { b: 1, c: [3] },
    d: 1,
    e: 2,
  });
});
