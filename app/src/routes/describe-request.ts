/** `/api`: what `/` says, as JSON. */
import { json, STRING, STRINGS } from "../../server/description";
import type { Exchange } from "../../server/exchange";
import { quote } from "../../server/log";
import { READ_METHODS, type Route } from "../../server/router";
import { type Machine, machine } from "../machine";
import type { Settings } from "../settings";

/** Go's canonical spelling (`x-forwarded-for` is `X-Forwarded-For`), so that two spellings make one list. */
const canonical = (name: string): string =>
  name.toLowerCase().replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** Spellings seen so far; bounded, because clients choose them. */
const SPELLINGS_LIMIT = 256;
const spellings = new Map<string, string>();

function spell(name: string): string {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    spelling = canonical(name);
    if (spellings.size < SPELLINGS_LIMIT) {
      spellings.set(name, spelling);
    }
  }
  return spelling;
}

/** Every value by name, in JSON; `Host` has a field of its own. */
function headerLists({ rawHeaders: raw }: Exchange): string {
  const names: string[] = [];
  const lists: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = spell(raw[index] as string);
    if (name !== "Host") {
      const value = quote(raw[index + 1] as string);
      const known = names.indexOf(name);
      if (known < 0) {
        names.push(name);
        lists.push(`${quote(name)}:[${value}`);
      } else {
        lists[known] += `,${value}`;
      }
    }
  }
  return lists.length === 0 ? "" : `,"headers":{${lists.join("],")}]}`;
}

const field = (name: string, value: string): string => (value === "" ? "" : `,"${name}":${quote(value)}`);

/** The fields before and after those of the request: the same in every answer, so they are written once. */
let fixed: { readonly of: Machine; readonly before: string; readonly after: string } | undefined;

function fixedFields(settings: Settings, now: number): { readonly before: string; readonly after: string } {
  const of = machine(now);
  if (fixed?.of !== of) {
    const { name, region, image, "app-version": version } = settings;
    const ip = of.addresses.length > 0 ? `,"ip":${JSON.stringify(of.addresses)}` : "";
    fixed = {
      of,
      before: field("hostname", of.hostname) + ip,
      after:
        field("name", name) + field("region", region) + field("version", version) + field("image", image),
    };
  }
  return fixed;
}

export const describeRequest = (settings: Settings): Route => ({
  path: "/api",
  methods: READ_METHODS,
  describes: {
    summary: "Who answers, and the request as it arrived",
    answers: {
      200: json("Empty fields are left out", {
        hostname: STRING,
        ip: STRINGS,
        headers: { type: "object", additionalProperties: STRINGS },
        url: STRING,
        host: STRING,
        method: STRING,
        name: STRING,
        region: STRING,
        version: STRING,
        image: STRING,
      }),
    },
  },
  handle(exchange) {
    const { before, after } = fixedFields(settings, exchange.started);
    const headers = headerLists(exchange);
    const request =
      field("url", exchange.target) + field("host", exchange.host) + field("method", exchange.method);
    exchange.json(200, `{${(before + headers + request + after).slice(1)}}`);
  },
});
