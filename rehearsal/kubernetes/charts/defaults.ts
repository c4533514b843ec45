import fs from "node:fs";
import path from "node:path";
import { isObject, type Json } from "../../world/object";
import { merged } from "../release";

/** Charts inside of charts, and the key under which their values stand. */
const SUBCHARTS: Readonly<Record<string, readonly string[]>> = {
  "kube-prometheus-stack": ["grafana", "kube-state-metrics", "prometheus-node-exporter"],
};

const read = new Map<string, Json | undefined>();

/**
 * The values that a chart comes with, as its `values.yaml` has them (`values/<chart>.json`, from the charts' own
 * repositories), those of the charts inside of it included.
 */
export function defaultsOf(chart: string): Json | undefined {
  if (!read.has(chart)) read.set(chart, load(chart));
  return read.get(chart);
}

function load(chart: string): Json | undefined {
  const file = path.join(__dirname, "values", `${chart}.json`);
  if (!/^[\w-]+$/.test(chart) || !fs.existsSync(file)) return undefined;
  const own = JSON.parse(fs.readFileSync(file, "utf8")) as Json;
  if (!isObject(own)) return undefined;
  const values: { [key: string]: Json } = { ...own };
  for (const inner of SUBCHARTS[chart] ?? []) {
    const defaults = load(inner);
    const set = values[inner];
    if (isObject(defaults)) values[inner] = isObject(set) ? merged(defaults, set) : defaults;
  }
  return values;
}
