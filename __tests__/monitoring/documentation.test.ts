import fs from "node:fs";
import path from "node:path";
import { isAlert } from "../../dashboards/rules/rule";
import { RULES } from "../dashboards/rules/promtool";

const page = fs.readFileSync(path.join(__dirname, "../../docs/monitoring.md"), "utf8");
const headings = page.match(/^### .+$/gm)?.join(" ") ?? "";

describe("docs/monitoring.md", () => {
  const alerts = Object.values(RULES).flatMap((groups) =>
    groups.flatMap(({ rules }) => rules.filter(isAlert).map(({ alert }) => alert)),
  );

  it.each([...new Set(alerts)])("says what to do about %s", (alert) => {
    expect(headings).toMatch(new RegExp(`\\b${alert}\\b`));
  });

  it("describes no alert that does not exist", () => {
    const described = headings.match(/[A-Z][a-z]+[A-Z]\w+/g) ?? [];
    expect(described.filter((name) => !alerts.includes(name))).toEqual([]);
  });

  it("shows pictures that are there", () => {
    for (const [, picture] of page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
      expect(fs.existsSync(path.join(__dirname, "../../docs", picture as string))).toBe(true);
    }
  });
});
