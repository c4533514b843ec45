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

described("before the charts themselves", () => {
  it.each(PINNED)("$name is there, at $version where its templates are too", ({ name, version }) => {
    const chart = charts.chart(name);
    if (chart.renderable) expect(chart.version).toBe(version);
  });

  it.each(releases)("the values of $name in $workspace hold", ({ chart, values }) => {
    expect(problems(values, charts.chart(chart))).toEqual([]);
  });
});
