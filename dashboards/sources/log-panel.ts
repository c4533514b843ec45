import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  LegendDisplayMode,
  LegendPlacement,
  LogsDedupStrategy,
  LogsSortOrder,
  VisibilityMode,
  VizLegendOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder as LogsBuilder } from "@grafana/grafana-foundation-sdk/logs";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/loki";
import { PanelBuilder as TimeseriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";

/** Panels of logs read the data source that the variable of the same name chooses. */
const LOG_SOURCE = { type: "loki", uid: "${logs}" } as const;

export interface LogPanelProps {
  readonly title: string;
  /** What it shows, and what a bad picture means. */
  readonly description: string;
  /** LogQL. */
  readonly expr: string;
}

const target = (expr: string): DataqueryBuilder =>
  new DataqueryBuilder().refId("A").datasource(LOG_SOURCE).expr(expr).queryType("range");

/** How many lines there were over time. */
export const counted = ({
  title,
  description,
  expr,
  legend,
}: LogPanelProps & { readonly legend: string }): Builder<Panel> =>
  new TimeseriesBuilder()
    .title(title)
    .description(description)
    .datasource(LOG_SOURCE)
    .withTarget(target(expr).legendFormat(legend))
    .unit("short")
    .min(0)
    .span(12)
    .height(8)
    .showPoints(VisibilityMode.Never)
    .lineWidth(1)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true),
    );

/** The lines themselves. */
export const lines = ({ title, description, expr }: LogPanelProps): Builder<Panel> =>
  new LogsBuilder()
    .title(title)
    .description(description)
    .datasource(LOG_SOURCE)
    .withTarget(target(expr))
    .span(24)
    .height(16)
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .dedupStrategy(LogsDedupStrategy.None)
    .sortOrder(LogsSortOrder.Descending);
