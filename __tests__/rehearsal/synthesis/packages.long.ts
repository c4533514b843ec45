import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { InputError } from "../../../rehearsal/input-error";
import { providePackages } from "../../../rehearsal/synthesis/packages";
import { useCacheIn } from "../fixtures/cache";

jest.setTimeout(120_000); // npm runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "packages-"));
useCacheIn(temporary);
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

let count = 0;
function folderWith(packages: object, dependencies: object = {}): string {
  const folder = path.join(temporary, String(count++));
  fs.mkdirSync(folder);
  const root = { name: "demo", version: "1.0.0", dependencies };
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(root));
  const lock = {
    name: "demo",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: { "": root, ...packages },
  };
  fs.writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify(lock));
  return folder;
}

/** What the project has. */
const project = () => {
  const folder = folderWith({
    "node_modules/first": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/second": { version: "2.0.0" },
  });
  fs.mkdirSync(path.join(folder, "node_modules"));
  return folder;
};

it.each([
  ["the same", { "node_modules/first": { version: "1.0.0", integrity: "sha512-a" } }],
  [
    "fewer, and others for development only",
    { "node_modules/second": { version: "2.0.0" }, "node_modules/third": { version: "1.0.0", dev: true } },
  ],
  ["packages of its own", { app: { version: "0.1.0" }, "node_modules/app": { resolved: "app", link: true } }],
])("shares what is installed with a revision that needs %s", async (_, packages) => {
  const [ours, theirs] = [project(), folderWith(packages)];
  await providePackages(ours, theirs);
  expect(fs.readlinkSync(path.join(theirs, "node_modules"))).toBe(path.join(ours, "node_modules"));
});

describe("a revision with packages of other versions", () => {
  /** A package on this machine, so that no network is needed. */
  function packed(): { folder: string; tgz: string } {
    const source = path.join(temporary, `source-${count++}`);
    fs.mkdirSync(source);
    fs.writeFileSync(path.join(source, "package.json"), JSON.stringify({ name: "first", version: "0.9.0" }));
    const [{ filename }] = JSON.parse(
      execFileSync("npm", ["pack", "--json"], { cwd: source, encoding: "utf8" }),
    ) as [{ filename: string }];
    const folder = folderWith(
      { "node_modules/first": { version: "0.9.0", resolved: "file:first.tgz" } },
      { first: "file:first.tgz" },
    );
    return { folder, tgz: path.join(source, filename) };
  }

  it("gets them installed, once for all", async () => {
    const { folder, tgz } = packed();
    fs.copyFileSync(tgz, path.join(folder, "first.tgz"));
    await providePackages(project(), folder);
    const installed = fs.realpathSync(path.join(folder, "node_modules"));
    expect(installed).toMatch(/cache\/meridian\/packages\/[0-9a-f]{16}\/node_modules$/);
    expect(JSON.parse(fs.readFileSync(path.join(installed, "first/package.json"), "utf8")).version).toBe(
      "0.9.0",
    );
    const again = packed().folder; // without the file to install from
    await providePackages(project(), again);
    expect(fs.realpathSync(path.join(again, "node_modules"))).toBe(installed);
  });

  it("says why that cannot be done", async () => {
    const folder = folderWith(
      { "node_modules/first": { version: "0.8.0", resolved: "file:gone.tgz" } },
      { first: "file:gone.tgz" },
    );
    const refusal = providePackages(project(), folder);
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(
      /^the packages of the earlier revision differ from those installed, and cannot be installed: [\s\S]*gone\.tgz/,
    );
  });
});
