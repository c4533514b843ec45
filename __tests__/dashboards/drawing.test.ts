import { drawChart } from "../../dashboards/drawing/chart";
import { format, niceMaximum } from "../../dashboards/drawing/scale";

describe("a value", () => {
  it.each([
    [0.0144, "percentunit", "1.44 %"],
    [0.0005, "s", "500 µs"],
    [0.25, "s", "250 ms"],
    [90, "s", "1.5 min"],
    [30 * 86_400, "s", "30 d"],
    [0, "s", "0 s"],
    [67.5 * 2 ** 20, "bytes", "67.5 MiB"],
    [2048, "Bps", "2 KiB/s"],
    [1200, "reqps", "1.2 k req/s"],
    [0.01, "short", "0.01"],
  ])("%d of unit %s reads %s", (value, unit, text) => expect(format(value, unit)).toBe(text));
});

describe("an axis", () => {
  it.each([
    [95, "reqps", 100],
    [101, "reqps", 200],
    [0.05, "percentunit", 0.05],
    [70 * 2 ** 20, "bytes", 100 * 2 ** 20],
    [30 * 86_400, "s", 50 * 86_400],
    [0, "short", 1],
  ])("for values up to %d of unit %s ends at %d", (largest, unit, end) => {
    expect(niceMaximum(largest, unit)).toBeCloseTo(end, 10);
  });
});

describe("a chart", () => {
  const box = { x: 0, y: 0, width: 540, height: 192 };
  const span = { start: 0, end: 10 };
  const series = (name: string, value: number) => ({
    name,
    labels: {},
    points: [
      [0, value],
      [10, value],
    ] as const,
  });
  const heightsIn = (svg: string): readonly number[] =>
    [...svg.matchAll(/points="[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));

  it("stacks what adds up", () => {
    const chart = { title: "", unit: "short", series: [series("a", 1), series("b", 1)] };
    const [first, second] = heightsIn(drawChart({ ...chart, stacked: true }, box, span));
    expect(second).toBeLessThan(first as number);
    const [one, other] = heightsIn(drawChart({ ...chart, stacked: false }, box, span));
    expect(other).toBe(one);
  });

  it("says when there is nothing", () => {
    expect(drawChart({ title: "x", unit: "s", stacked: false, series: [] }, box, span)).toContain("no data");
  });

  it("shows names as text, whatever they hold", () => {
    const chart = { title: "<b>", unit: "s", stacked: false, series: [series('"&', 1)] };
    const svg = drawChart(chart, box, span);
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).toContain("&quot;&amp;");
  });
});
