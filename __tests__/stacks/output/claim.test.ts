import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { claim, problemOf, release } from "../../../stacks/output/claim";

const root = path.join(__dirname, "../../..");

let folder: string;
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-claim-")));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const inFolder = (name: string, ...files: readonly string[]): string => {
  const made = path.join(folder, name);
  fs.mkdirSync(made);
  for (const file of files) fs.writeFileSync(path.join(made, file), "{}");
  return made;
};

const inFolderWithStacks = (name: string, ...files: readonly string[]): string => {
  const made = inFolder(name);
  fs.mkdirSync(path.join(made, "stacks"));
  for (const file of files) fs.writeFileSync(path.join(made, "stacks", file), "");
  return made;
};

describe("an output folder", () => {
  it.each([
    ["new", () => path.join(folder, "a/b")],
    ["empty", () => inFolder("empty")],
    ["one that a synthesis made", () => inFolder("made", ".meridian.json", "mine.txt")],
    ["one that a synthesis was killed in", () => inFolder("killed", ".meridian.lock")],
    ["where a file system begins", () => inFolder("disk", "lost+found")],
    ["one in which cdktf wrote nothing yet", () => inFolderWithStacks("begun")],
  ])("may be %s", (_, make) => {
    expect(problemOf(make())).toBeUndefined();
  });

  it.each([
    ["no name", () => "", "is no folder"],
    ["blanks", () => "  ", "is no folder"],
    ["the project", () => root, "is the project itself"],
    ["the project by another way", () => path.join(root, "stacks", ".."), "is the project itself"],
    ["a folder above the project", () => path.join(root, ".."), "is a folder above the project"],
    ["the root", () => path.parse(root).root, "is a folder above the project"],
    ["the home folder", () => os.homedir(), "is the home folder"],
    ["a room of the project", () => path.join(root, "stacks"), "holds something that no synthesis wrote"],
    ["a file", () => path.join(root, "package.json"), "is a file"],
    [
      "a person's",
      () => inFolder("mine", "thesis.txt"),
      "no synthesis wrote (thesis.txt); expected a new or an",
    ],
    ["one with workspaces of nobody", () => inFolderWithStacks("theirs", "main.tf"), "no synthesis wrote"],
    ["another cdktf program's", () => inFolder("cdktf.out", "manifest.json"), "no synthesis wrote"],
  ])("is not %s", (_, given, message) => {
    expect(problemOf(given())).toContain(message);
  });

  it("is judged by where a link leads", () => {
    fs.symlinkSync(root, path.join(folder, "link"));
    expect(problemOf(path.join(folder, "link"))).toContain("is the project itself");
    fs.symlinkSync(path.join(folder, "gone"), path.join(folder, "nowhere"));
    expect(problemOf(path.join(folder, "nowhere"))).toBe("is a link that leads nowhere");
  });

  it("is named in the refusal", () => {
    expect(() => claim("package.json")).toThrow(/^output folder "package.json": 1 problem\n {2}is a file/);
  });

  it("that was made for nothing is removed, with what was made on the way there", () => {
    release(claim(path.join(folder, "a/b/c")));
    expect(fs.readdirSync(folder)).toEqual([]);
    release(claim(inFolder("mine")));
    expect(fs.readdirSync(folder)).toEqual(["mine"]);
  });
});
