import fs from "node:fs";
import path from "node:path";
import { KEPT } from "../../constructs/monitoring/exporters";
import { panelsOf, queriesOf } from "../../dashboards/drawing/board";
import { legendOf, resolveVariables } from "../../dashboards/drawing/query";
import { isAlert } from "../../dashboards/rules/rule";
import { dashboardFile, dashboards } from "../../dashboards/sources";
import { given, OWN, recorded } from "./known-metrics";
import { parse } from "./promql";
import { RULES } from "./rules/promtool";

const span = { start: 0, end: 3600 };
const all = Object.entries(dashboards);

/** What asks Loki is no PromQL, and Prometheus cannot be asked for it. */
const asksLoki = ({ datasource }: ReturnType<typeof panelsOf>[number]): boolean =>
  datasource?.type === "loki";

const panelQueries = all.flatMap(([name, dashboard]) =>
  panelsOf(dashboard)
    .filter((panel) => !asksLoki(panel))
    .flatMap((panel) =>
      queriesOf(panel).map(
        ({ expr }) => [`${name}: ${panel.title}`, resolveVariables(expr, span, "5m")] as const,
      ),
    ),
);
const ruleQueries = Object.entries(RULES).flatMap(([cluster, groups]) =>
  groups.flatMap(({ rules }) =>
    rules.map(
      (rule) => [`rules, ${cluster}: ${isAlert(rule) ? rule.alert : rule.record}`, rule.expr] as const,
    ),
  ),
);
const queries = [...panelQueries, ...ruleQueries];
const used = [...new Set(queries.flatMap(([, expr]) => parse(expr).metrics))];

describe("the files of the dashboards", () => {
  it.each(all)("dashboards/%s.json is current; otherwise: npm run dashboards", (name, dashboard) => {
    const file = path.join(__dirname, `../../dashboards/${name}.json`);
    expect(fs.readFileSync(file, "utf8")).toBe(dashboardFile(dashboard));
  });

  it("are all that there are", () => {
    const files = fs
      .readdirSync(path.join(__dirname, "../../dashboards"))
      .filter((file) => /json$/.test(file));
    expect(files.sort()).toEqual(all.map(([name]) => `${name}.json`).sort());
  });

  it("have fixed, different uids and no id, so that any Grafana takes them", () => {
    expect(all.map(([, { id }]) => id)).toEqual(all.map(() => null));
    expect(all.map(([, { uid }]) => uid)).toEqual(all.map(([name]) => `meridian-${name}`));
  });
});

describe.each(all)("the dashboard %s", (_, dashboard) => {
  it("chooses data source, environment and region by variables", () => {
    expect(dashboard.templating?.list?.map(({ name, type }) => [name, type])).toEqual([
      ["datasource", "datasource"],
      ["environment", "query"],
      ["region", "query"],
      ...(panelsOf(dashboard).some(asksLoki) ? [["logs", "datasource"]] : []),
    ]);
  });

  it.each(panelsOf(dashboard).map((panel) => [panel.title, panel] as const))(
    "asks in %s the chosen data source, environments and regions, and says what it shows",
    (_title, panel) => {
      const source = asksLoki(panel)
        ? { type: "loki", uid: "${logs}" }
        : { type: "prometheus", uid: "${datasource}" };
      expect(panel.datasource).toEqual(source);
      expect(panel.description?.length).toBeGreaterThan(15);
      for (const { expr, datasource, legendFormat } of queriesOf(panel)) {
        expect(datasource).toEqual(source);
        expect(expr).toContain('environment=~"$environment", region=~"$region"');
        if (panel.type !== "logs") expect(legendFormat).toBeTruthy();
      }
    },
  );

  it("has no two panels in one place", () => {
    const cells = (dashboard.panels ?? []).flatMap(({ gridPos }) => {
      const { x = 0, y = 0, w = 0, h = 0 } = gridPos ?? {};
      return Array.from(
        { length: w * h },
        (_cell, index) => `${x + (index % w)},${y + Math.floor(index / w)}`,
      );
    });
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe("every query", () => {
  it.each(queries)("%s is PromQL", (_, expr) => {
    expect(parse(expr).errors).toEqual([]);
    if (expr !== "vector(1)") expect(parse(expr).metrics.length).toBeGreaterThan(0); // fires always
  });

  it("is told from what is no PromQL", () => {
    expect(parse("sum by (region (rate(up[5m]))").errors).not.toEqual([]);
    expect(parse('rate(up{job=="api"}[5m])').errors).not.toEqual([]);
  });

  it("names only variables that the dashboards have", () => {
    expect(() => resolveVariables('up{job=~"$job"}', span, "5m")).toThrow("$job");
  });
});

describe("every metric that is asked for", () => {
  const records = RULES.api.flatMap(({ rules }) =>
    rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])),
  );
  const programs = [
    "traefik",
    "node-exporter",
    "prometheus",
    "kube-state-metrics",
    "kubernetes",
    "flagger",
    "envoy",
    "alloy",
    "loki",
  ];
  const known = new Set([...programs.flatMap(recorded), ...records, ...OWN]);
  /** The API's: `monitoring/proof.long.ts` asks the running API for them. */
  const api = /^(http_|websocket_|nodejs_|process_|tls_certificate_|build_info)/;

  /** The movies' besides those of the server that they share with the API: `app/movies/test/waiting/routes.test.ts` asks for them. */
  const movies = /^(webapp|auth|rec|db)_calls$/;

  it("exists in a program that is scraped, or is the API's or the movies'", () => {
    const ours = (name: string) => api.test(name) || movies.test(name);
    expect(used.filter((name) => !known.has(name) && !ours(name))).toEqual([]);
  });

  it("is kept, where only some are, and nothing else is", () => {
    const kept = Object.values(KEPT).flat() as readonly string[];
    const filtered = ["node-exporter", "kube-state-metrics", "kubernetes"].flatMap(recorded);
    const needed = used.filter(
      (name) => (filtered.includes(name) && !/^process_/.test(name)) || /^prometheus_/.test(name),
    );
    expect(needed.filter((name) => !kept.includes(name))).toEqual([]);
    expect(kept.filter((name) => !used.includes(name))).toEqual([]);
  });
});

describe("reading a program's metrics", () => {
  it("gives the series of each type", () => {
    expect(given("# TYPE a counter\n# TYPE b histogram\n# TYPE c summary\n")).toEqual([
      "a",
      "b_bucket",
      "b_sum",
      "b_count",
      "c",
      "c_sum",
      "c_count",
    ]);
  });

  it("names series by their labels", () => {
    expect(legendOf("{{region}} p95{{missing}}", { region: "eu" })).toBe("eu p95");
  });
});
