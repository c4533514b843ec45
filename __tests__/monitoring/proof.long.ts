import fs from "node:fs";
import path from "node:path";
import { drawBoard, panelsOf, queriesOf } from "../../dashboards/drawing/board";
import { PrometheusApi, type Series } from "../../dashboards/drawing/prometheus";
import { resolveVariables } from "../../dashboards/drawing/query";
import { dashboards } from "../../dashboards/sources";
import { given } from "../dashboards/known-metrics";
import { parse } from "../dashboards/promql";
import { eventually } from "./proof/processes";
import { type Region, System } from "./proof/system";

/*
 * The API in two regions, in each a Prometheus that is told what its workspace says, and a hub that takes everything over
 * TLS and with a password. `PROOF_SECONDS` lengthens the traffic, `PROOF_PICTURE` names a file for the API's dashboard.
 */
const SECONDS = Number(process.env["PROOF_SECONDS"] ?? 7);
const PICTURE = process.env["PROOF_PICTURE"];

const RATE_INTERVAL = "5s";

jest.setTimeout((SECONDS + 60) * 1000);

/** The hub's API for the drawing, which speaks plain HTTP; both sides of the same query language. */
class Hub extends PrometheusApi {
  constructor(private readonly system: System) {
    super(system.hub);
  }

  override async range(query: string, { start, end }: { start: number; end: number }) {
    const form = new URLSearchParams({
      query,
      start: `${start}`,
      end: `${end}`,
      step: SECONDS > 60 ? "2" : "1",
    });
    const { body } = await this.system.askHub(`/api/v1/query_range?${form}`);
    const { data, error } = JSON.parse(body) as {
      error?: string;
      data?: { result: { metric: Record<string, string>; values: [number, string][] }[] };
    };
    if (!data) throw new Error(`${query}: ${error}`);
    return data.result.map(
      ({ metric, values }): Series => ({
        labels: metric,
        points: values
          .map(([time, value]) => [time, Number(value)] as const)
          .filter(([, value]) => Number.isFinite(value)),
      }),
    );
  }
}

interface Alert {
  readonly state: string;
  readonly labels: Readonly<Record<string, string>>;
}

const system = new System();
const span = { start: Date.now() / 1000, end: 0 };

const until = () => ({ start: span.start, end: Date.now() / 1000 });

/** Waits until the hub has both regions' answers: the last region's samples may still be on their way. */
const bothRegions = (expr: string): Promise<true> =>
  eventually(
    `${expr} of both regions`,
    async () => {
      const found = await new Hub(system).range(resolveVariables(expr, span, RATE_INTERVAL), until());
      const regions = found.filter(({ points }) => points.length > 0).map(({ labels }) => labels["region"]);
      return regions.includes("eu") && regions.includes("us") ? true : undefined;
    },
    15,
  );

const alerts = async (region: Region): Promise<readonly Alert[]> => {
  const response = await fetch(`${system.prometheus(region)}/api/v1/alerts`);
  return ((await response.json()) as { data: { alerts: Alert[] } }).data.alerts;
};

const firing = async (region: Region, name: string): Promise<readonly Alert[]> =>
  (await alerts(region)).filter(({ state, labels }) => state === "firing" && labels["alertname"] === name);

const fires = (region: Region, name: string): Promise<Alert> =>
  eventually(`${name} in ${region}`, async () => (await firing(region, name))[0], 10);

/** In eu one of twenty requests fails, in us one of twenty is slow. */
const TRAFFIC: Readonly<Record<Region, Readonly<Record<string, number>>>> = {
  eu: { "/": 25, "/api": 25, "/bench": 40, "/data?size=64&unit=kb": 5, "/error": 5 },
  us: { "/": 25, "/api": 20, "/bench": 45, "/data?size=64&unit=kb": 5, "/?wait=600ms": 5 },
};

/** Prometheus waits seconds before it looks for targets, and a rate wants samples from while requests come in. */
const scraped = async (region: Region): Promise<true | undefined> => {
  const response = await fetch(`${system.prometheus(region)}/api/v1/targets`);
  const { data } = (await response.json()) as { data: { activeTargets: { health: string }[] } };
  return data.activeTargets.some(({ health }) => health === "up") || undefined;
};

beforeAll(async () => {
  await system.start();
  for (const region of ["eu", "us"] as const) {
    await eventually(`the first scrape in ${region}`, () => scraped(region), 20);
  }
  span.start = Date.now() / 1000;
  await system.traffic(SECONDS, TRAFFIC);
  await bothRegions('up{job="api"}').catch((error: Error) => {
    throw new Error(`${error.message}\n${system.processes.log}`);
  });
  span.end = Date.now() / 1000;
});

afterAll(() => system.stop());

describe("the API's metrics", () => {
  it.each(["eu", "us"] as const)("are read in %s over HTTPS, verified by CA and name", async (region) => {
    const response = await fetch(`${system.prometheus(region)}/api/v1/targets`);
    const { data } = (await response.json()) as {
      data: { activeTargets: { health: string; scrapeUrl: string; labels: Record<string, string> }[] };
    };
    expect(data.activeTargets).toHaveLength(1);
    expect(data.activeTargets[0]).toMatchObject({
      health: "up",
      scrapeUrl: expect.stringMatching(/^https:/),
      labels: { job: "api", environment: "local", region, cluster: region, namespace: "api", pod: "api-0" },
    });
  });

  it("have every name that the API's dashboard and any rule ask for", async () => {
    const names = new Set(given(await system.metrics("eu")));
    const asked = Object.values(dashboards)
      .flatMap(panelsOf)
      .flatMap(queriesOf)
      .flatMap(({ expr }) => parse(resolveVariables(expr, span, RATE_INTERVAL)).metrics)
      .filter((name) => /^(http_|websocket_|nodejs_|tls_certificate_|build_info)/.test(name));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("the dashboard of the API", () => {
  const panels = panelsOf(dashboards["api"] as (typeof dashboards)[string]);

  it.each(panels.map((panel) => [panel.title, panel] as const))(
    "shows %s of both regions",
    async (_, panel) => {
      for (const { expr } of queriesOf(panel)) await bothRegions(expr);
    },
  );

  it("can be drawn", async () => {
    const dashboard = dashboards["api"] as (typeof dashboards)[string];
    const { svg, empty } = await drawBoard(dashboard, new Hub(system), until(), RATE_INTERVAL);
    expect(empty).toEqual([]);
    expect(svg.match(/<polyline/g)?.length).toBeGreaterThan(30);
    if (PICTURE) fs.writeFileSync(path.resolve(PICTURE), svg);
  });
});

describe("the alerts about error budgets", () => {
  it("fire where requests fail, and nowhere else", async () => {
    await fires("eu", "ApiAvailabilityBudgetBurn");
    expect(await firing("us", "ApiAvailabilityBudgetBurn")).toEqual([]);
  });

  it("fire where requests are slow, and nowhere else", async () => {
    await fires("us", "ApiLatencyBudgetBurn");
    expect(await firing("eu", "ApiLatencyBudgetBurn")).toEqual([]);
  });

  it("say where it is, what it is, and how urgent", async () => {
    const { labels } = await fires("eu", "ApiAvailabilityBudgetBurn");
    expect(labels).toMatchObject({
      environment: "local",
      region: "eu",
      cluster: "eu",
      slo: "api-availability",
      severity: "critical",
      window: "1h",
    });
  });

  it("measure what was sent: one of twenty failed", async () => {
    const prometheus = new PrometheusApi(system.prometheus("eu"));
    const ratio = await eventually(
      "the recorded share of errors",
      async () => {
        const query = 'slo:error_ratio:rate5m{slo="api-availability"}';
        const [series] = await prometheus.range(query, until());
        return series?.points.at(-1)?.[1];
      },
      10,
    );
    // Rates are extrapolated from the samples that the window happens to hold.
    expect(Math.abs(Number(ratio) - 0.05)).toBeLessThan(0.01);
  });
});

describe("the hub", () => {
  it("has the samples and the alerts of both regions, each with its place", async () => {
    const up = await new Hub(system).range('up{job="api"}', span);
    expect(up.map(({ labels }) => labels["cluster"]).sort()).toEqual(["eu", "us"]);
    const fired = await eventually(
      "the alert at the hub",
      async () => {
        const firing = 'ALERTS{alertname="ApiAvailabilityBudgetBurn", alertstate="firing"}';
        return (await new Hub(system).range(firing, until()))[0];
      },
      15,
    );
    expect(fired.labels).toMatchObject({ environment: "local", region: "eu", cluster: "eu" });
  });

  it("takes nothing from somebody without the password", async () => {
    expect((await system.askHub("/api/v1/query?query=up", "")).status).toBe(401);
    expect((await system.askHub("/api/v1/query?query=up", "wrong")).status).toBe(401);
  });
});
