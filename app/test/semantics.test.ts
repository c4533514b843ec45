/** HTTP's semantics (RFC 9110), the same over both protocols; docs/api.md has the table in words. */
import { Api } from "./support/api";
import { exchangeRaw } from "./support/raw";
import { PROTOCOLS, request, type Wanted } from "./support/requests";

interface Row {
  readonly what: string;
  readonly ask: Wanted;
  readonly status: number;
  /** Headers with their values; `undefined` for one that must be absent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

const FILE = "/data?size=300&attachment=true";
const MOMENTARY = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const READS = { allow: "GET, HEAD" };

const METHODS: readonly Row[] = [
  { what: "GET", ask: { path: "/bench" }, status: 200, headers: { "content-length": "1" }, body: "1" },
  {
    what: "HEAD has GET's header and no body",
    ask: { method: "HEAD", path: "/bench" },
    status: 200,
    headers: { "content-length": "1" },
    body: "",
  },
  {
    what: "HEAD of an error",
    ask: { method: "HEAD", path: "/error" },
    status: 500,
    headers: { "content-length": "0" },
    body: "",
  },
  {
    what: "HEAD of data makes none",
    ask: { method: "HEAD", path: "/data?size=1&unit=gb" },
    status: 200,
    headers: { "content-length": "1073741824" },
    body: "",
  },
  {
    what: "POST where nothing can be stored",
    ask: { method: "POST", path: "/api" },
    status: 405,
    headers: READS,
  },
  { what: "PUT", ask: { method: "PUT", path: "/data", body: "x" }, status: 405, headers: READS },
  { what: "DELETE", ask: { method: "DELETE", path: "/version" }, status: 405, headers: READS },
  { what: "OPTIONS", ask: { method: "OPTIONS", path: "/api" }, status: 405, headers: READS },
  { what: "TRACE", ask: { method: "TRACE", path: "/healthz" }, status: 405, headers: READS },
  {
    what: "any method on a path that no route claims",
    ask: { method: "PATCH", path: "/x", body: "y" },
    status: 200,
    headers: MOMENTARY,
  },
  { what: "OPTIONS of the server", ask: { method: "OPTIONS", path: "*" }, status: 200 },
  { what: "a websocket's route without an upgrade", ask: { path: "/echo" }, status: 426 },
];

const CONDITIONS: readonly Row[] = [
  {
    what: "a tag",
    ask: { path: FILE },
    status: 200,
    headers: { etag: '"data-300"', "cache-control": "no-cache", "last-modified": undefined },
  },
  {
    what: "If-None-Match with the tag",
    ask: { path: FILE, headers: { "if-none-match": '"x", "data-300"' } },
    status: 304,
    headers: { etag: '"data-300"' },
    body: "",
  },
  {
    what: "If-None-Match with the weak tag",
    ask: { path: FILE, headers: { "if-none-match": 'W/"data-300"' } },
    status: 304,
    body: "",
  },
  {
    what: "If-None-Match with any tag",
    ask: { path: FILE, headers: { "if-none-match": "*" } },
    status: 304,
    body: "",
  },
  {
    what: "If-None-Match with another tag",
    ask: { path: FILE, headers: { "if-none-match": '"data-301"' } },
    status: 200,
  },
  {
    what: "If-None-Match of HEAD",
    ask: { method: "HEAD", path: FILE, headers: { "if-none-match": '"data-300"' } },
    status: 304,
    body: "",
  },
  { what: "If-Match with the tag", ask: { path: FILE, headers: { "if-match": '"data-300"' } }, status: 200 },
  {
    what: "If-Match with another tag",
    ask: { path: FILE, headers: { "if-match": '"data-301"' } },
    status: 412,
    body: "",
  },
  {
    what: "If-Match with the weak tag",
    ask: { path: FILE, headers: { "if-match": 'W/"data-300"' } },
    status: 412,
  },
  {
    what: "If-Modified-Since, where nothing has a date",
    ask: { path: FILE, headers: { "if-modified-since": "Sat, 28 Nov 2026 00:00:00 GMT" } },
    status: 200,
  },
  {
    what: "a condition on what has no tag",
    ask: { path: "/bench", headers: { "if-none-match": "*", "if-match": '"x"' } },
    status: 200,
  },
];

const range = (value: string, more = {}): Wanted => ({ path: FILE, headers: { range: value, ...more } });

const RANGES: readonly Row[] = [
  { what: "are offered", ask: { path: FILE }, status: 200, headers: { "accept-ranges": "bytes" } },
  {
    what: "are not offered for what is no file",
    ask: { path: "/data?size=300" },
    status: 200,
    headers: { "accept-ranges": undefined },
  },
  {
    what: "the first bytes",
    ask: range("bytes=0-3"),
    status: 206,
    headers: { "content-range": "bytes 0-3/300", "content-length": "4" },
    body: "|ABC",
  },
  {
    what: "the last bytes",
    ask: range("bytes=-2"),
    status: 206,
    headers: { "content-range": "bytes 298-299/300" },
  },
  {
    what: "from a byte on",
    ask: range("bytes=298-"),
    status: 206,
    headers: { "content-range": "bytes 298-299/300" },
  },
  {
    what: "one that lies outside",
    ask: range("bytes=300-"),
    status: 416,
    headers: { "content-range": "bytes */300" },
  },
  {
    what: "several are answered with the whole",
    ask: range("bytes=0-1,3-4"),
    status: 200,
    headers: { "content-range": undefined },
  },
  { what: "another unit is ignored", ask: range("lines=1-2"), status: 200 },
  { what: "If-Range with the tag", ask: range("bytes=0-3", { "if-range": '"data-300"' }), status: 206 },
  { what: "If-Range with another tag", ask: range("bytes=0-3", { "if-range": '"data-301"' }), status: 200 },
  { what: "If-None-Match comes first", ask: range("bytes=0-3", { "if-none-match": "*" }), status: 304 },
  {
    what: "of HEAD are ignored",
    ask: { method: "HEAD", path: FILE, headers: { range: "bytes=0-3" } },
    status: 200,
    headers: { "content-length": "300" },
  },
];

const REPRESENTATIONS: readonly Row[] = [
  {
    what: "JSON whatever is accepted",
    ask: { path: "/api", headers: { accept: "text/html;q=1" } },
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8", vary: undefined },
  },
  {
    what: "no encoding whatever is accepted",
    ask: { path: "/data?size=2000", headers: { "accept-encoding": "gzip, br" } },
    status: 200,
    headers: { "content-encoding": undefined, "content-length": "2000" },
  },
  {
    what: "nothing is stored of what is said about one request",
    ask: { path: "/api" },
    status: 200,
    headers: MOMENTARY,
  },
  { what: "nor of probes", ask: { path: "/readyz" }, status: 200, headers: MOMENTARY },
  {
    what: "a date, and no name of the software",
    ask: { path: "/" },
    status: 200,
    headers: { server: undefined, "x-powered-by": undefined },
  },
];

const BODIES: readonly Row[] = [
  {
    what: "a body that a route ignores",
    ask: { method: "POST", path: "/x", body: "y".repeat(1000) },
    status: 200,
  },
  { what: "a body of GET", ask: { path: "/x", headers: { "content-length": "1" }, body: "y" }, status: 200 },
  {
    what: "a body above the limit, by its announcement",
    ask: { method: "POST", path: "/x", headers: { "content-length": "2000" }, body: "y".repeat(2000) },
    status: 413,
  },
  {
    what: "100-continue",
    ask: { method: "POST", path: "/x", headers: { expect: "100-continue" }, body: "y" },
    status: 200,
  },
  {
    what: "another expectation",
    ask: { method: "POST", path: "/x", headers: { expect: "200-ok" }, body: "y" },
    status: 417,
  },
  { what: "a target above the limit", ask: { path: `/${"x".repeat(20_000)}` }, status: 431 },
];

let api: Api;

beforeAll(async () => {
  api = await Api.start(["--max-body=1kb"]);
});

describe.each([
  ["methods", METHODS],
  ["conditions", CONDITIONS],
  ["ranges", RANGES],
  ["representations", REPRESENTATIONS],
  ["bodies", BODIES],
])("%s", (_topic, rows) => {
  const cases = rows.flatMap((row) => PROTOCOLS.map((protocol) => [row.what, protocol, row] as const));

  it.each(cases)("%s, over %s", async (_what, protocol, row) => {
    const answer = await request(protocol, api.port, row.ask);
    expect(answer.status).toBe(row.status);
    expect(answer.headers.date).toMatch(/ GMT$/);
    for (const [name, value] of Object.entries(row.headers ?? {})) {
      expect([name, answer.headers[name]]).toEqual([name, value]);
    }
    if (row.body !== undefined) {
      expect(answer.text).toBe(row.body);
    }
  });
});

it.each(["/bench", "/api", "/healthz", "/error", "/nobody", "/data?size=3", "/echo"])(
  "%s has the same answer at once and behind another, which goes other ways",
  async (target) => {
    const get = (wanted: string, more = ""): string =>
      `GET ${wanted} HTTP/1.1\r\nHost: x\r\nX-Name: \u00e9\r\n${more}\r\n`;
    const last = get("/healthz", "Connection: close\r\n");
    const answers = async (...requests: readonly string[]): Promise<readonly string[]> => {
      const text = await exchangeRaw(api.port, requests.join(""));
      const dated = text.replace(/^Date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT\r$/gm, "Date\r");
      return dated.split(/(?=HTTP\/1\.1 \d{3} )/);
    };
    const [atOnce, ...rest] = await answers(get(target), last);
    const [, behind] = await answers(get("/?wait=20ms"), get(target), last);
    expect(rest).toHaveLength(1);
    expect(atOnce).toMatch(
      /^HTTP\/1\.1 \d{3} [\s\S]*\r\nDate\r\nConnection: keep-alive\r\nKeep-Alive: timeout=120\r\n/,
    );
    expect(behind?.replace(/^RemoteAddr.*$/m, "")).toBe(atOnce?.replace(/^RemoteAddr.*$/m, ""));
  },
);
