import { ChartFolder } from "./folder";
import { problems } from "./judge";
import { chartReleases, PINNED } from "./releases";

/*
 * What the platform sets, before the charts' own values and schemas. `MERIDIAN_CHARTS` names a folder of them, where a
 * machine has one.
 */
const folder = process.env["MERIDIAN_CHARTS"];
const charts = new ChartFolder(folder ?? "");
const described = folder ? describe : describe.skip;

const releases = chartReleases();

it("every pinned chart is installed by some release that is judged here", () => {
  expect([...new Set(releases.map(({ chart }) => chart))].sort()).toEqual(
    PINNED.map(({ name }) => name).sort(),
  );
});

/** What a folder holds: one of data alone may be older than a chart that is pinned. */
const held = new Set(PINNED.map(({ name }) => name).filter((name) => charts.has(name)));

described("before the charts themselves", () => {
  it("a folder with templates holds all of them", () => {
    const whole = [...held].some((name) => charts.chart(name).renderable !== undefined);
    expect(held.size).toBeGreaterThanOrEqual(whole ? PINNED.length : 1);
  });

  it.each(PINNED.filter(({ name }) => held.has(name)))(
    "$name is there, at $version where its templates are too",
    ({ name, version }) => {
      const chart = charts.chart(name);
      if (chart.renderable) expect(chart.version).toBe(version);
    },
  );

  it.each(releases.filter(({ chart }) => held.has(chart)))(
    "the values of $name in $workspace hold",
    ({ chart, values }) => {
      expect(problems(values, charts.chart(chart))).toEqual([]);
    },
  );
});
