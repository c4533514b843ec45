import { merged, type Release } from "../release";
import { BARMAN_CLOUD, CLOUDNATIVE_PG } from "./cloudnative-pg";
import { CONTOUR } from "./contour";
import { ARGO_CD, AWS_LOAD_BALANCER_CONTROLLER, CERT_MANAGER, FLUX_OPERATOR } from "./controllers";
import { defaultsOf } from "./defaults";
import { FLAGGER, LOADTESTER } from "./flagger";
import { ALLOY, LOKI } from "./logs";
import { KUBE_PROMETHEUS_STACK } from "./monitoring";
import { type Chart, Maker, type Outline } from "./outline";
import { TRAEFIK } from "./traefik";

/** Charts that the rehearsal knows in outline. A new one is a file here and its name in this list. */
const CHARTS: readonly Chart[] = [
  ARGO_CD,
  ALLOY,
  AWS_LOAD_BALANCER_CONTROLLER,
  BARMAN_CLOUD,
  CERT_MANAGER,
  CLOUDNATIVE_PG,
  CONTOUR,
  FLAGGER,
  FLUX_OPERATOR,
  KUBE_PROMETHEUS_STACK,
  LOADTESTER,
  LOKI,
  TRAEFIK,
];

/** What a release makes. Of an unknown chart everything may be its: nothing is said to be missing near it. */
export function charted(release: Release): Outline {
  const chart = CHARTS.find((each) => each.chart === release.chart);
  if (!chart) return { objects: [], pods: [], opaque: [release.namespace] };
  const make = new Maker(release, valuesOf(release));
  chart.outline(make);
  return { objects: make.objects, pods: make.pods, opaque: [] };
}

/** API groups that a release installs; undefined for a chart that is not known. */
export function groupsOf(release: Release): readonly string[] | undefined {
  const chart = CHARTS.find((each) => each.chart === release.chart);
  return chart ? (chart.groups?.(valuesOf(release)) ?? []) : undefined;
}

/** Values as the chart's templates see them, as far as they are known. */
export function valuesOf(release: Release): Release["values"] {
  const known = CHARTS.find(({ chart }) => chart === release.chart)?.defaults ?? {};
  return merged(defaultsOf(release.chart) ?? known, release.values);
}
