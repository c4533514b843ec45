import type { Span } from "./prometheus";

/** What Grafana puts in place of a dashboard's variables, where every environment and region is chosen. */
export function resolveVariables(expr: string, { start, end }: Span, rateInterval: string): string {
  const values: Record<string, string> = {
    $environment: ".*",
    $region: ".*",
    $__rate_interval: rateInterval,
    $__range: `${Math.round(end - start)}s`,
  };
  return expr.replace(/\$\w+/g, (variable) => {
    const value = values[variable];
    if (value === undefined) throw new Error(`${variable} in ${expr} is no variable of the dashboards`);
    return value;
  });
}

/** `{{region}} p95` with a series' labels. */
export const legendOf = (format: string, labels: Readonly<Record<string, string>>): string =>
  format.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? "");
