import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  type Panel,
  QueryVariableBuilder,
  RowBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DATA_SOURCE } from "./panel";

export interface Section {
  readonly title: string;
  readonly panels: readonly Builder<Panel>[];
}

export interface BoardProps {
  /** Fixed, so that links and bookmarks survive an update. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Variables besides those that all have. @default - none */
  readonly variables?: readonly Builder<VariableModel>[];
  readonly sections: readonly Section[];
}

/** The series of the chosen environments and regions. */
export const HERE = 'environment=~"$environment", region=~"$region"';

/** A dashboard with the variables that all have: data source, environment, region. */
export function board({ uid, title, description, variables = [], sections }: BoardProps): Dashboard {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(["meridian"])
    .refresh("30s")
    .time({ from: "now-1h", to: "now" })
    .timezone("browser")
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .withVariable(new DatasourceVariableBuilder("datasource").label("Data source").type("prometheus"))
    .withVariable(place("environment", "up"))
    .withVariable(place("region", 'up{environment=~"$environment"}'));
  for (const variable of variables) builder.withVariable(variable);
  for (const { title: heading, panels } of sections) {
    builder.withRow(new RowBuilder(heading));
    for (const panel of panels) builder.withPanel(panel);
  }
  return { ...builder.build(), id: null };
}

/** Chooses where panels of logs read. */
export const logSource = new DatasourceVariableBuilder("logs").label("Logs").type("loki");

const place = (label: string, series: string): QueryVariableBuilder =>
  new QueryVariableBuilder(label)
    .label(label[0]?.toUpperCase() + label.slice(1))
    .datasource(DATA_SOURCE)
    .query(`label_values(${series}, ${label})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(".*")
    .current({ selected: true, text: ["All"], value: ["$__all"] });
