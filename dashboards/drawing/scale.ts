/** Values as people read them, and the steps of an axis. */

const SI = ["", "k", "M", "G", "T"] as const;
const BINARY = ["B", "KiB", "MiB", "GiB", "TiB"] as const;
const DURATIONS = [
  [86_400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
  [0.001, "ms"],
  [0.000001, "µs"],
] as const;

/** Three digits, without trailing zeros. */
const digits = (value: number): string => String(Number(value.toPrecision(3)));

const prefixed = (value: number, base: number, names: readonly string[]): string => {
  const power = value === 0 ? 0 : Math.floor(Math.log(Math.abs(value)) / Math.log(base));
  const index = Math.min(names.length - 1, Math.max(0, power));
  return `${digits(value / base ** index)} ${names[index]}`.trim();
};

/** A value with the unit of a panel. */
export function format(value: number, unit: string): string {
  switch (unit) {
    case "percentunit":
      return `${digits(value * 100)} %`;
    case "bytes":
      return prefixed(value, 1024, BINARY);
    case "Bps":
      return `${prefixed(value, 1024, BINARY)}/s`;
    case "s": {
      const [size, name] = DURATIONS.find(([seconds]) => Math.abs(value) >= seconds) ?? [1, "s"];
      return `${digits(value / size)} ${name}`;
    }
    case "reqps":
      return `${prefixed(value, 1000, SI)} req/s`;
    default:
      return prefixed(value, 1000, SI);
  }
}

/** What the steps of an axis are round in: 1, KiB and its like, or minutes, hours and days. */
function baseOf(largest: number, unit: string): number {
  if (unit === "bytes" || unit === "Bps")
    return 1024 ** Math.max(0, Math.floor(Math.log(largest) / Math.log(1024)));
  return (unit === "s" && DURATIONS.find(([seconds]) => seconds >= 1 && largest >= seconds)?.[0]) || 1;
}

/** The end of an axis that starts at zero: 1, 2, 2.5 or 5 times a power of ten, not below the largest value. */
export function niceMaximum(largest: number, unit: string): number {
  if (!(largest > 0)) return 1;
  const base = baseOf(largest, unit);
  const power = 10 ** Math.floor(Math.log10(largest / base));
  const steps = [1, 2, 2.5, 5, 10].map((step) => step * power * base);
  return steps.find((step) => step >= largest * 0.999) ?? largest;
}
