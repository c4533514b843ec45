/** A duration in Go's notation ("1.5s", "300ms", "1h30m"), as the callers of `?wait=` and the settings write it. */

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3, // U+00B5, the micro sign
  μs: 1e-3, // U+03BC, the Greek letter
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

const WHOLE = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const TERM = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/** Go keeps durations in 64-bit nanoseconds; what does not fit is an error there, and so it is here. */
const MAX_MS = 2 ** 63 / 1e6;

/** Milliseconds, or `undefined` where Go's `time.ParseDuration` would return an error. */
export function parseDuration(text: string): number | undefined {
  if (/^[-+]?0$/.test(text)) {
    return 0;
  }
  if (!WHOLE.test(text)) {
    return undefined;
  }
  let milliseconds = 0;
  for (const [, amount, unit] of text.matchAll(TERM)) {
    milliseconds += Number(amount) * (UNIT_MS[unit as string] as number);
  }
  if (milliseconds > MAX_MS) {
    return undefined;
  }
  return text.startsWith("-") ? -milliseconds : milliseconds;
}
