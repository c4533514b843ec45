import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const read = (page: string): string => fs.readFileSync(path.join(root, page), "utf8");

/** Folders of the project: what begins with one of them and stands between backticks is a file or folder. */
const ROOMS =
  /^(?:__tests__|app|benchmarks|commands|config|constructs|dashboards|deploy|docs|lab|rehearsal|runner|stacks|vagrant|\.github)\//;

const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name as string).filter((name) => ROOMS.test(name));

const PAGES = ["docs/reality.md", "docs/recovery.md", "docs/decisions/0011-the-entry-point.md"];

describe.each(PAGES)("%s", (page) => {
  it("names only files that exist", () => {
    const missing = filesIn(read(page)).filter((name) => !fs.existsSync(path.join(root, name)));
    expect(missing).toEqual([]);
  });

  it("leads only to pages that exist", () => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+\.md)(?:#[^)]*)?\)/g)].map(
      ([, link]) => link as string,
    );
    const missing = links.filter((link) => !fs.existsSync(path.join(root, path.dirname(page), link)));
    expect(missing).toEqual([]);
  });
});

describe("docs/reality.md", () => {
  const rows = read("docs/reality.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| contract "))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  it.each(rows.map((cells) => [cells[1] as string, cells] as const))(
    "says of '%s' where it is written, what holds it, its source and when it was checked",
    (_, [, , written = "", held = "", source = "", checked = ""]) => {
      expect(filesIn(written).length).toBeGreaterThan(0);
      expect(filesIn(held).every((file) => file.startsWith("__tests__/"))).toBe(true);
      expect(filesIn(held).length).toBeGreaterThan(0);
      expect(source).not.toBe("");
      expect(checked).toMatch(/^20\d\d-\d\d(?:-\d\d)?$/);
    },
  );
});
