import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { Panel, Threshold } from "@grafana/grafana-foundation-sdk/dashboard";
import { ThresholdsConfigBuilder, ThresholdsMode } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TimeseriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";

/** Every panel reads the data source that the variable of the same name chooses. */
export const DATA_SOURCE = { type: "prometheus", uid: "${datasource}" } as const;

export interface Query {
  readonly expr: string;
  /** Name of a series, from its labels. */
  readonly legend: string;
}

export interface PanelProps {
  readonly title: string;
  /** What it shows, and what a bad picture means. */
  readonly description: string;
  readonly queries: readonly Query[];
  /** One of Grafana's units: `reqps`, `percentunit`, `s`, `bytes`, `short`. */
  readonly unit: string;
  /** Whether the series add up to something. @default false */
  readonly stacked?: boolean;
  /** Of 24 columns. @default 12 */
  readonly width?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const targets = (queries: readonly Query[], instant = false): DataqueryBuilder[] =>
  queries.map(({ expr, legend }, index) => {
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode(65 + index))
      .datasource(DATA_SOURCE)
      .expr(expr)
      .legendFormat(legend);
    return instant ? query.instant() : query.range();
  });

/** Lines over time. */
export function graph(props: PanelProps): Builder<Panel> {
  const { title, description, queries, unit, stacked = false, width = 12, minimum = 0, maximum } = props;
  const panel = new TimeseriesBuilder()
    .title(title)
    .description(description)
    .datasource(DATA_SOURCE)
    .targets(targets(queries))
    .unit(unit)
    .min(minimum)
    .span(width)
    .height(8)
    .drawStyle(GraphDrawStyle.Line)
    .showPoints(VisibilityMode.Never)
    .lineWidth(1)
    .fillOpacity(stacked ? 30 : 0)
    .stacking(new StackingConfigBuilder().mode(stacked ? StackingMode.Normal : StackingMode.None))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  return maximum === undefined ? panel : panel.max(maximum);
}

export interface NumberProps extends Omit<PanelProps, "stacked" | "minimum" | "maximum"> {
  /** From which value on which colour; the first holds for everything below the second. */
  readonly thresholds?: readonly Threshold[];
}

const NEUTRAL: readonly Threshold[] = [{ color: "blue", value: null }];

/** Large numbers: the value of now. */
export const number = (props: NumberProps): Builder<Panel> =>
  new StatBuilder()
    .title(props.title)
    .description(props.description)
    .datasource(DATA_SOURCE)
    .targets(targets(props.queries, true))
    .unit(props.unit)
    .span(props.width ?? 6)
    .height(5)
    .thresholds(
      new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...(props.thresholds ?? NEUTRAL)]),
    );
