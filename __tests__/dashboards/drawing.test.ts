import { drawChart } from "../../dashboards/drawing/chart";
import { format, niceMaximum } from "../../dashboards/drawing/scale";
import { timeTicks } from "../../dashboards/drawing/time-axis";

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
    [70, "s", 2 * 60],
    [3 * 3600, "s", 5 * 3600],
    [0.9, "s", 1],
    [0, "short", 1],
  ])("for values up to %d of unit %s ends at %d", (largest, unit, end) => {
    expect(niceMaximum(largest, unit)).toBeCloseTo(end, 10);
  });
});

describe("a time axis", () => {
  it.each([
    [91, 7, ["-90 s", "-75 s", "-60 s", "-45 s", "-30 s", "-15 s", "now"]],
    [3600, 6, ["-60 min", "-50 min", "-40 min", "-30 min", "-20 min", "-10 min", "now"]],
    [3 * 3600, 3, ["-3 h", "-2 h", "-1 h", "now"]],
    [7 * 86_400, 4, ["-6 d", "-4 d", "-2 d", "now"]],
  ])("of %d seconds with room for %d marks", (length, most, labels) => {
    const ticks = timeTicks({ start: 1000, end: 1000 + length }, most);
    expect(ticks.map(({ label }) => label)).toEqual(labels);
    expect(ticks.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
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
    [...svg.matchAll(/<polyline points="[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));

  it("stacks what adds up", () => {
    const chart = { title: "", unit: "short", series: [series("a", 1), series("b", 1)] };
    const [first, second] = heightsIn(drawChart({ ...chart, stacked: true }, box, span));
    expect(second).toBeLessThan(first as number);
    const [one, other] = heightsIn(drawChart({ ...chart, stacked: false }, box, span));
    expect(other).toBe(one);
  });

  it("fills what each adds, down to the one below", () => {
    const chart = { title: "", unit: "short", stacked: true, series: [series("a", 1), series("b", 1)] };
    const parts = [...drawChart(chart, box, span).matchAll(/<polygon points="([^"]+)"/g)].map(([, points]) =>
      (points as string).split(" ").map((point) => point.split(",")[1]),
    );
    const [first = [], second = []] = parts;
    expect(first).toEqual([first[0], first[0], first[2], first[2]]);
    expect(second).toEqual([second[0], second[0], first[0], first[0]]); // stands on the first
    expect(Number(first[2]) - Number(first[0])).toBeCloseTo(Number(first[0]) - Number(second[0]), 5);
  });

  it("has times below it, and no half of what is whole", () => {
    const chart = { title: "", unit: "short", stacked: false, series: [series("a", 1)] };
    const texts = [...drawChart(chart, box, span).matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(["0", "1", "-10 s", "-8 s", "-6 s", "-4 s", "-2 s", "now", "a 1"]);
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
