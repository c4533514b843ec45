import Ajv, { type ValidateFunction } from "ajv";
import Ajv2019 from "ajv/dist/2019";
import Ajv2020 from "ajv/dist/2020";
import type { Chart } from "./folder";
import { isMap, merged, type Values } from "./helm-merge";

/**
 * Maps that a chart's templates print as a whole, by chart: their keys are Kubernetes' or a program's own, though the
 * chart gives some as examples. And single keys that templates read and no file of values shows. Each by the template
 * that says so, at the pinned version.
 */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  "argo-cd": [
    "configs.cm", // templates/argocd-configs/argocd-cm.yaml
    "configs.params", // templates/argocd-configs/argocd-cmd-params-cm.yaml
  ],
  contour: ["configInline"], // templates/configmap.yaml
  flagger: [
    "securityContext.context", // templates/deployment.yaml
    "prometheus.securityContext.context", // templates/prometheus.yaml
  ],
  "kube-prometheus-stack": [
    "grafana.fullnameOverride", // grafana's templates/_helpers.tpl
    "grafana.grafana.ini", // grafana's templates/_config.tpl
    "grafana.containerSecurityContext", // grafana's templates/_pod.tpl
  ],
  loki: [
    // values.yaml, loki.config: parts of Loki's own configuration (https://grafana.com/docs/loki/latest/configure/)
    ...["loki.commonConfig", "loki.limits_config", "loki.compactor"],
    "loki.storage.bucketNames", // templates/_helpers.tpl
  ],
  loadtester: ["resources", "securityContext.context"], // templates/deployment.yaml
  traefik: ["podSecurityContext"], // templates/_podtemplate.tpl
};

/** What is wrong with values that a chart is given: keys that it does not know, and values that its own schema refuses. */
export function problems(given: Values, chart: Chart): readonly string[] {
  const seen = merged(given, chart.values);
  return [
    ...unknown(given, chart.values, chart.schema, [], OPEN[chart.name] ?? []),
    ...refusals(seen, chart.schema),
  ];
}

function unknown(
  given: Values,
  own: Values | undefined,
  schema: Values | undefined,
  path: readonly string[],
  open: readonly string[],
): readonly string[] {
  return Object.entries(given).flatMap(([key, value]): readonly string[] => {
    const here = [...path, key];
    const name = here.join(".");
    if (open.includes(name)) return [];
    const described = describedBy(schema, key);
    if (own === undefined || !(key in own)) {
      const known = own === undefined ? schema === undefined || described : described;
      if (!known) return [`${name}: the chart has no such key`];
      return isMap(value) ? unknown(value, undefined, described, here, open) : [];
    }
    const default_ = own[key];
    if (value === null || default_ === null) return [];
    if (isMap(value) !== isMap(default_)) {
      return [`${name}: ${kindOf(value)} where the chart has ${kindOf(default_)}`];
    }
    if (!isMap(value) || !isMap(default_)) return [];
    const anything = Object.keys(default_).length === 0 && !isMap(described?.["properties"]);
    return anything ? [] : unknown(value, default_, described, here, open);
  });
}

const kindOf = (value: unknown): string => (isMap(value) ? "a map" : "no map");

/** What a schema says of a key, where it says anything. */
function describedBy(schema: Values | undefined, key: string): Values | undefined {
  const properties = schema?.["properties"];
  const own = isMap(properties) ? properties[key] : undefined;
  const any = schema?.["additionalProperties"];
  return isMap(own) ? own : isMap(any) ? any : undefined;
}

/** Helm holds the merged values to the chart's schema, and installs nothing that it refuses. */
function refusals(values: Values, schema: Values | undefined): readonly string[] {
  if (!schema) return [];
  const validate = compiled(schema);
  if (validate(values)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath.slice(1).replaceAll("/", ".")}: ${message} ${JSON.stringify(params)}`,
  );
}

function compiled(schema: Values): ValidateFunction {
  const draft = String(schema["$schema"]);
  const Draft = draft.includes("2020-12") ? Ajv2020 : draft.includes("2019-09") ? Ajv2019 : Ajv;
  return new Draft({ strict: false, allErrors: true, logger: false }).compile(schema);
}
