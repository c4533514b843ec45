/** Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */

export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly Sample[];
}

/** A value with its labels, `{...}` or nothing; of a histogram also with the end of its name. */
export interface Sample {
  readonly suffix?: string;
  readonly labels?: string;
  readonly value: number;
}

/** A label's value. */
const quote = (value: string): string =>
  `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;

export const labels = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(",");

export const single = (
  type: "counter" | "gauge",
  name: string,
  help: string,
  value: number,
  text = "",
): Family => ({ name, help, type, samples: [{ labels: text, value }] });

export function exposition(families: readonly Family[]): string {
  let text = "";
  for (const { name, help, type, samples } of families) {
    text += `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
    for (const { suffix = "", labels: of = "", value } of samples) {
      text += `${name}${suffix}${of === "" ? "" : `{${of}}`} ${value}\n`;
    }
  }
  return text;
}
