import fs from "node:fs";
import { drawBoard, panelsOf, queriesOf } from "../../dashboards/drawing/board";
import { resolveVariables } from "../../dashboards/drawing/query";
import { dashboards } from "../../dashboards/sources";
import { labNode } from "../../lab/lab";
import { eventually, sleep } from "../../lab/run";
import { get } from "../../lab/traffic/client";
import { told } from "../monitoring/proof/synthesized";
import { balancer, pki } from "./support/platform";
import { NodePrometheus } from "./support/prometheus";

/*
 * The scrape jobs as synthesized, against the pods of the running platform: labels, ports, certificates and names of
 * metrics are the real ones. `LAB_PICTURE` names a file for the load balancer's dashboard.
 */
const PICTURE = process.env["LAB_PICTURE"];

const [eu, lb] = told(["eu", "lb"]);
const regional = new NodePrometheus(labNode("eu"));
const edge = new NodePrometheus(labNode("lb"));
const span = { start: Date.now() / 1000, end: 0 };

const SECONDS = 15;
const RATE_INTERVAL = "5s";

/** Countries, home regions and refused connections exist only where users are routed by country and something fails. */
const EMPTY_IN_ROUND_ROBIN = ["Failovers", "TLS and connection errors"];

beforeAll(async () => {
  if (!eu || !lb) throw new Error("no monitoring in the environment local");
  await Promise.all([regional.start(eu, pki.ca), edge.start(lb, pki.ca)]);
  span.start = Date.now() / 1000;
  for (let step = 0; step < SECONDS * 5; step += 1) {
    await Promise.all(["/", "/api", "/bench", "/error"].map((path) => get(balancer, path)));
    await sleep(150);
  }
  span.end = Date.now() / 1000;
});

afterAll(() => Promise.all([regional.stop(), edge.stop()]));

test("a region's Prometheus reads the API's pod over verified HTTPS, and the ingress", async () => {
  const targets = await eventually("both targets are up", async () => {
    const found = await regional.targets();
    return found.length > 0 && found.every(({ health }) => health === "up") ? found : undefined;
  });
  expect(
    targets.map(({ labels: { job, namespace, environment, region, cluster } }) => [
      job,
      namespace,
      environment,
      region,
      cluster,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["api", "api", "local", "eu", "eu"],
      ["traefik", "kube-system", "local", "eu", "eu"],
    ]),
  );
  expect(targets).toHaveLength(2);
});

test("the edge's Prometheus reads the load balancer, and tells the backends' regions", async () => {
  const targets = await edge.targets();
  expect(targets.map(({ labels, health }) => [labels["job"], health])).toEqual([["load-balancer", "up"]]);
  const up = await edge.range("traefik_service_server_up", span);
  expect(up.map(({ labels }) => labels["backend_region"]).sort()).toEqual(["eu", "us"]);
});

describe("the dashboard of the load balancer", () => {
  const dashboard = dashboards["global-load-balancer"] as (typeof dashboards)[string];
  const shown = panelsOf(dashboard).filter(({ title }) => !EMPTY_IN_ROUND_ROBIN.includes(title ?? ""));

  test.each(shown.map((panel) => [panel.title, panel] as const))("shows %s", async (_, panel) => {
    for (const { expr } of queriesOf(panel)) {
      const series = await edge.range(resolveVariables(expr, span, RATE_INTERVAL), span);
      expect([expr, series.some(({ points }) => points.length > 0)]).toEqual([expr, true]);
    }
  });

  test("can be drawn", async () => {
    const { svg } = await drawBoard(dashboard, edge, span, RATE_INTERVAL);
    expect(svg.match(/<polyline/g)?.length).toBeGreaterThan(10);
    if (PICTURE) fs.writeFileSync(PICTURE, svg);
  });
});
