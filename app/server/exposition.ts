/** Series, and Prometheus' text of them: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */

export type Labels = Readonly<Record<string, string>>;

export interface Numbers {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge";
  readonly samples: readonly { readonly labels?: Labels; readonly value: number }[];
}

export interface Histogram {
  readonly name: string;
  readonly help: string;
  readonly type: "histogram";
  /** Upper, ascending. */
  readonly bounds: readonly number[];
  readonly samples: readonly Distribution[];
}

export interface Distribution {
  readonly labels: Labels;
  /** By bucket; the last one has what is above every bound. */
  readonly counts: ArrayLike<number>;
  readonly sum: number;
}

export type Family = Numbers | Histogram;

export const single = (
  type: "counter" | "gauge",
  name: string,
  help: string,
  value: number,
  labels: Labels = {},
): Numbers => ({ name, help, type, samples: [{ labels, value }] });

/** A label's value. */
const quote = (value: string): string =>
  `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}=${quote(text)}`);
  return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}\n`;
}

function distribution(
  name: string,
  bounds: readonly number[],
  { labels, counts, sum }: Distribution,
): string {
  let text = "";
  let cumulative = 0;
  for (const [index, count] of Array.from(counts).entries()) {
    cumulative += count;
    text += line(`${name}_bucket`, { ...labels, le: String(bounds[index] ?? "+Inf") }, cumulative);
  }
  return text + line(`${name}_sum`, labels, sum) + line(`${name}_count`, labels, cumulative);
}

export function exposition(families: readonly Family[]): string {
  let text = "";
  for (const family of families) {
    const { name, help, type } = family;
    text += `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
    if (family.type === "histogram") {
      text += family.samples.map((sample) => distribution(name, family.bounds, sample)).join("");
    } else {
      text += family.samples.map(({ labels = {}, value }) => line(name, labels, value)).join("");
    }
  }
  return text;
}
