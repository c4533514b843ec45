import type { Dashboard, Panel, RowPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dataquery } from "@grafana/grafana-foundation-sdk/prometheus";
import { type Chart, drawChart, escapeXml } from "./chart";
import type { PrometheusApi, Span } from "./prometheus";
import { legendOf, resolveVariables } from "./query";

export interface Picture {
  readonly svg: string;
  /** Titles of the panels that Prometheus has nothing for. */
  readonly empty: readonly string[];
}

const COLUMN = 45; // pixels; a dashboard has 24 columns
const ROW = 24; // pixels of a unit of height
const HEAD = 44;

const isPanel = (panel: Panel | RowPanel): panel is Panel => panel.type !== "row";

/** The panels of a dashboard that show data. */
export const panelsOf = (dashboard: Dashboard): readonly Panel[] => (dashboard.panels ?? []).filter(isPanel);

/** The queries of a panel. */
export const queriesOf = (panel: Panel): readonly Dataquery[] => (panel.targets ?? []) as Dataquery[];

/** Draws a whole dashboard from what a Prometheus holds. */
export async function drawBoard(
  dashboard: Dashboard,
  prometheus: PrometheusApi,
  span: Span,
  rateInterval = "5m",
): Promise<Picture> {
  const drawn = await Promise.all(
    (dashboard.panels ?? []).map(async (panel) => {
      const { x = 0, y = 0, w = 0, h = 0 } = panel.gridPos ?? {};
      const box = { x: x * COLUMN + 4, y: HEAD + y * ROW + 4, width: w * COLUMN - 8, height: h * ROW - 8 };
      if (!isPanel(panel)) {
        return {
          bottom: HEAD + (y + h) * ROW,
          svg: `<text x="8" y="${HEAD + y * ROW + 17}" font-weight="600" fill="#456">${escapeXml(panel.title ?? "")}</text>`,
        };
      }
      const chart = await chartOf(panel, prometheus, span, rateInterval);
      return {
        bottom: HEAD + (y + h) * ROW,
        svg: drawChart(chart, box, span),
        ...(chart.series.length === 0 ? { empty: chart.title } : {}),
      };
    }),
  );
  const width = 24 * COLUMN;
  const height = Math.max(...drawn.map(({ bottom }) => bottom)) + 8;
  return {
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#223">`,
      `<rect width="${width}" height="${height}" fill="#f5f6f8"/>`,
      `<text x="8" y="28" font-size="18" font-weight="600">${escapeXml(dashboard.title ?? "")}</text>`,
      ...drawn.map(({ svg }) => svg),
      "</svg>\n",
    ].join("\n"),
    empty: drawn.flatMap(({ empty }) => (empty === undefined ? [] : [empty])),
  };
}

async function chartOf(
  panel: Panel,
  prometheus: PrometheusApi,
  span: Span,
  rateInterval: string,
): Promise<Chart> {
  const series = await Promise.all(
    queriesOf(panel).map(async ({ expr, legendFormat = "" }) =>
      (await prometheus.range(resolveVariables(expr, span, rateInterval), span)).map((one) => ({
        ...one,
        name: legendOf(legendFormat, one.labels),
      })),
    ),
  );
  const custom = panel.fieldConfig?.defaults?.custom as { stacking?: { mode?: string } } | undefined;
  return {
    title: panel.title ?? "",
    unit: panel.fieldConfig?.defaults?.unit ?? "short",
    stacked: custom?.stacking?.mode === "normal",
    series: series.flat().filter(({ points }) => points.length > 0),
  };
}
