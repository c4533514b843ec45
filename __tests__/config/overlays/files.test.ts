import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { problemsIn } from "./problems";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-overlays-"));
  process.env["MERIDIAN_OVERLAYS"] = "all";
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
  process.env["MERIDIAN_OVERLAYS"] = "none";
});

it.each([
  ["locla.user.ts", "local.user.ts"],
  ["locla.overlay.ts", "local.overlay.ts"],
  ["local.user.js", "local.user.ts"],
  ["local.user.mts", "local.user.ts"],
  ["local.user.json", "local.user.ts"],
  ["local.overlay.json", "local.overlay.ts"],
  ["local.users.ts", "local.user.ts"],
  ["local.usr.ts", "local.user.ts"],
  ["local-user.ts", "local.user.ts"],
  ["Local.User.ts", "local.user.ts"],
  ["local.overlays.ts", "local.overlay.ts"],
  ["azur.overlay.ts", "azure.overlay.ts"],
  ["moon.overlay.ts", "kops.overlay.ts"],
])("a file %s is refused, and %s is named", (file, nearest) => {
  fs.writeFileSync(path.join(folder, file), "export default {};");
  expect(problemsIn(folder)).toEqual([
    `  ${file} is the overlay of no environment; expected a name such as ${nearest}`,
  ]);
});

it.each([
  "local.ts",
  "index.ts",
  "local.overlay.example.ts",
  "local.user.ts~",
  "local.user.ts.bak",
  ".local.user.ts.swp",
  "azure.regions.ts",
  "README.md",
])("a file %s is nobody's overlay", (file) => {
  fs.writeFileSync(path.join(folder, file), "");
  expect(problemsIn(folder)).toEqual([]);
});

it("a link to nowhere and a folder are refused", () => {
  fs.symlinkSync("/nowhere/local.ts", path.join(folder, "local.user.ts"));
  fs.mkdirSync(path.join(folder, "azure.overlay.ts"));
  expect(problemsIn(folder)).toEqual([
    "  azure.overlay.ts is no file; expected a file",
    "  local.user.ts links to /nowhere/local.ts, which does not exist; expected a file",
  ]);
});

it("a link to a file is an overlay", () => {
  fs.writeFileSync(path.join(folder, "mine.ts"), "export default { protect: 1 };");
  fs.symlinkSync("mine.ts", path.join(folder, "local.user.ts"));
  expect(problemsIn(folder)).toEqual(["  protect: expected true or false, such as true, got 1"]);
});

it("a stray personal file is of no interest where personal overlays are not", () => {
  fs.writeFileSync(path.join(folder, "locla.user.ts"), "");
  process.env["MERIDIAN_OVERLAYS"] = "committed";
  expect(problemsIn(folder)).toEqual([]);
});
