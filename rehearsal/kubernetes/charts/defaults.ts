import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isObject, type Json } from "../../world/object";
import { merged } from "../release";

/** Charts inside of charts, and the key under which their values stand. */
const SUBCHARTS: Readonly<Record<string, readonly string[]>> = {
  "kube-prometheus-stack": ["grafana", "kube-state-metrics", "prometheus-node-exporter"],
};

/** Charts as `helm pull --untar` leaves them, or their values alone as JSON. */
const FILES = ["values.yaml", "values.json"] as const;

const read = new Map<string, { readonly [key: string]: Json } | undefined>();

/**
 * All values that a chart comes with, those of the charts inside of it included. They are the chart's own, so the project
 * has no copy: `MERIDIAN_CHARTS` names a folder of charts (`npm run charts` makes one), and without it there is nothing.
 */
export function defaultsOf(chart: string): { readonly [key: string]: Json } | undefined {
  const folder = process.env["MERIDIAN_CHARTS"];
  if (!folder) return undefined;
  const file = path.join(folder, chart);
  if (!read.has(file)) read.set(file, load(folder, chart));
  return read.get(file);
}

function load(folder: string, chart: string): { readonly [key: string]: Json } | undefined {
  const file = FILES.map((name) => path.join(folder, chart, name)).find((each) => fs.existsSync(each));
  if (!/^[\w-]+$/.test(chart) || !file) return undefined;
  const own = parse(fs.readFileSync(file, "utf8")) as Json;
  if (!isObject(own)) return undefined;
  const values: { [key: string]: Json } = { ...own };
  for (const inner of SUBCHARTS[chart] ?? []) {
    const defaults = load(folder, inner);
    const set = values[inner];
    if (isObject(defaults)) values[inner] = isObject(set) ? merged(defaults, set) : defaults;
  }
  return values;
}
