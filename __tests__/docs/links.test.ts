import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

const pages = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && fs.existsSync(path.join(root, file)));

const read = (file: string): string => fs.readFileSync(file, "utf8");

/** Without code, in which brackets and parentheses are no links, and hashes no headings. */
const prose = (text: string): string =>
  text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, "-"));

/** Links of Markdown to somewhere in the repository. */
const linksOf = (text: string): readonly string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target as string)
    .filter((target) => !/^[a-z]+:/.test(target));

/** The names of a page's headings, as GitHub makes them (https://github.com/gjtorikian/html-pipeline). */
const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, "").matchAll(/^#+ +(.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\p{Mark}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );

it.each(pages)("%s leads only to pages, headings and files that there are", (page) => {
  const text = read(path.join(root, page));
  const broken = linksOf(text).filter((target) => {
    const [file = "", anchor] = target.split("#");
    const absolute = file === "" ? path.join(root, page) : path.join(root, path.dirname(page), file);
    if (!fs.existsSync(absolute)) return true;
    return anchor !== undefined && absolute.endsWith(".md") && !anchorsOf(read(absolute)).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it("finds links and headings at all", () => {
  expect(linksOf("[a](b.md#c) `[d](e)` [f](https://g)")).toEqual(["b.md#c"]);
  expect(anchorsOf("# One `two`, three\n```\n# no\n```\n")).toEqual(["one-two-three"]);
  expect(pages.flatMap((page) => linksOf(read(path.join(root, page)))).length).toBeGreaterThan(60);
});
