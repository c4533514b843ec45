/** Schemas of the settings' values: text in, value out, and what a good value looks like. */
import { isIP } from "node:net";
import { parseDuration } from "./duration";
import { parseSize } from "./size";

export interface Schema<Value> {
  /** `undefined` where the text is no good value. */
  readonly parse: (text: string) => Value | undefined;
  /** What comes after "expected". */
  readonly expected: string;
}

const from = <Value>(parse: (text: string) => Value | undefined, expected: string): Schema<Value> => ({
  parse: (text) => parse(text.trim()),
  expected,
});

/** `undefined` where `make` throws: what is wrong with a value may be a secret. */
export const attempt = <Value>(make: () => Value): Value | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

export const address = from(
  (value) => (value === "" || value === "localhost" || isIP(value) !== 0 ? value : undefined),
  "an address of this machine, such as 127.0.0.1 or ::",
);

export const hostName = from(
  (value) =>
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.(?!$)|$))*$/i.test(value) ? value.toLowerCase() : undefined,
  "a host name, such as api.example.com",
);

/** Text of one line: names and the like are printed into plain-text answers. */
export const label = from(
  (value) => (/^[^\p{Cc}]{0,200}$/u.test(value) ? value : undefined),
  "at most 200 printable characters",
);

export const file = from(
  (value) => (value === "" ? undefined : value),
  "a path, such as /cert/current/tls.crt",
);

export const toggle = from((value) => ({ true: true, false: false })[value.toLowerCase()], "true or false");

export const wholeNumber = (minimum: number, maximum: number, example: number): Schema<number> =>
  from((value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= minimum && number <= maximum ? number : undefined;
  }, `a whole number from ${minimum} to ${maximum}, such as ${example}`);

/** 0 lets the system choose a free port; the log line "listening" names it. */
export const port = wholeNumber(0, 65_535, 8443);

/** `same` is the public port, `off` none. */
export const metricsPort: Schema<number | "same" | "off"> = from(
  (value) => (value === "off" || value === "same" ? value : port.parse(value)),
  "a whole number from 0 to 65535, such as 9443, same or off",
);

/** Milliseconds. */
export const duration = (minimum: number, maximum: number): Schema<number> =>
  from(
    (value) => {
      const milliseconds = parseDuration(value);
      return milliseconds !== undefined && milliseconds >= minimum && milliseconds <= maximum
        ? milliseconds
        : undefined;
    },
    `a duration from ${minimum}ms to ${maximum / 1000}s, such as 1.5s or 300ms`,
  );

/** Bytes. */
export const size = (minimum: number, maximum: number): Schema<number> =>
  from((value) => {
    const bytes = parseSize(value);
    return bytes !== undefined && bytes >= minimum && bytes <= maximum ? bytes : undefined;
  }, `a size from ${minimum} to ${maximum} bytes, such as 16kb, 1mb or 1gb`);

export interface Cidr {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

function parseCidr(value: string): Cidr | undefined {
  const [address = "", suffix, ...rest] = value.split("/");
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  const prefix = suffix === undefined ? longest : /^\d{1,3}$/.test(suffix) ? Number(suffix) : Number.NaN;
  if (version === 0 || rest.length > 0 || !(prefix >= 0 && prefix <= longest)) {
    return undefined;
  }
  return { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

export const cidrs: Schema<readonly Cidr[]> = from((value) => {
  const parsed = value.split(",").flatMap((item) => (item.trim() === "" ? [] : [parseCidr(item.trim())]));
  return parsed.includes(undefined) ? undefined : (parsed as Cidr[]);
}, "addresses or CIDRs with commas between them, such as 10.42.0.0/16,192.168.56.12");

export const headerName = from(
  (value) => (/^[A-Za-z0-9-]{1,64}$/.test(value) ? value.toLowerCase() : undefined),
  "the name of a header, such as x-forwarded-for",
);

export const oneOf = <const Choice extends string>(...choices: readonly Choice[]): Schema<Choice> =>
  from((value) => choices.find((choice) => choice === value), `one of ${choices.join(", ")}`);

/** Without a slash at its end; empty where there is none. */
export const endpoint = from((value) => {
  const url = attempt(() => new URL(value));
  const good = /^https?:$/.test(url?.protocol ?? "") && !url?.username && !url?.search && !url?.hash;
  return value === "" || good ? value.replace(/\/+$/, "") : undefined;
}, "a URL without credentials or a query, such as http://collector.example.com:4318");

export const ratio = from((value) => {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  return number <= 1 ? number : undefined;
}, "a number from 0 to 1, such as 0.1");

/** Values are percent-encoded: https://opentelemetry.io/docs/specs/otel/protocol/exporter/#specifying-headers-via-environment-variables */
export const headers: Schema<Readonly<Record<string, string>>> = from((value) => {
  const pairs = value
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const [, name = "", rest = ""] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
      return [headerName.parse(name), attempt(() => decodeURIComponent(rest.trim()))] as const;
    });
  const good = pairs.every(([name, text]) => name !== undefined && /^[\x20-\x7e]+$/.test(text ?? ""));
  return good ? (Object.fromEntries(pairs) as Record<string, string>) : undefined;
}, "headers with commas between them, such as authorization=Bearer%20abc,x-tenant=eu");
