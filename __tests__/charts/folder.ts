import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { isMap, merged, type Values } from "./helm-merge";

/** What is known of a chart: its own values, and the schema that Helm holds values to. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  /** With the values of its subcharts below their names, as Helm sees them. */
  readonly values: Values;
  readonly schema: Values | undefined;
  /** The chart's folder, where its templates are there too: something that Helm can render. */
  readonly renderable: string | undefined;
}

/**
 * A folder of charts in either of two forms: as `helm pull --untar` leaves them, or their data alone:
 * `<chart>/values.json`, `values.schema.json` and `VERSION`, subcharts side by side.
 */
export class ChartFolder {
  constructor(readonly folder: string) {}

  has(name: string): boolean {
    return fs.existsSync(path.join(this.folder, name));
  }

  /** @throws Error that names the file that is missing */
  chart(name: string): Chart {
    const folder = path.join(this.folder, name);
    const about = read(folder, "Chart.yaml") ?? read(folder, "VERSION");
    const own = read(folder, "values.yaml") ?? read(folder, "values.json");
    if (!about || !own)
      throw new Error(`${folder}: expected Chart.yaml and values.yaml, or VERSION and values.json`);
    const subcharts = this.subcharts(folder, own).map(([subchart, theirs]) => {
      const above = own[subchart];
      return [subchart, merged(isMap(above) ? above : {}, theirs)];
    });
    return {
      name,
      version: String(about["version"]),
      values: { ...own, ...Object.fromEntries(subcharts) },
      schema: read(folder, "values.schema.json"),
      renderable: fs.existsSync(path.join(folder, "templates")) ? folder : undefined,
    };
  }

  private subcharts(folder: string, own: Values): readonly (readonly [string, Values])[] {
    const inside = path.join(folder, "charts");
    if (fs.existsSync(inside)) {
      return fs
        .readdirSync(inside)
        .map((name) => [name, read(path.join(inside, name), "values.yaml") ?? {}] as const);
    }
    // Data alone does not say what is a subchart; a key that is called as another chart is one.
    return Object.keys(own)
      .filter((key) => this.has(key))
      .map((key) => [key, read(path.join(this.folder, key), "values.json") ?? {}] as const);
  }
}

function read(folder: string, file: string): Values | undefined {
  const at = path.join(folder, file);
  if (!fs.existsSync(at)) return undefined;
  const text = fs.readFileSync(at, "utf8");
  return (file.endsWith(".json") ? JSON.parse(text) : (parse(text) ?? {})) as Values;
}
