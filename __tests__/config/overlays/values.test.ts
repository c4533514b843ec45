import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../../..");

const CANNOT_BE_READ = (reason: string) =>
  `  cannot be read: ${reason}; expected export default defineOverlay({ domain: "api.example.com" })`;
const NO_OBJECT =
  '  has no default export that is an object; expected export default defineOverlay({ domain: "api.example.com" })';
const DATA = "expected text, a number, true, false, a list or a plain object";

type Row = readonly [what: string, text: string, ...problems: (string | RegExp)[]];

const ROWS: readonly Row[] = [
  ["is empty", "", NO_OBJECT],
  ["exports something else", "export const domain = 1;", NO_OBJECT],
  ["exports a list", "export default [];", NO_OBJECT],
  ["exports a text", 'export default "local";', NO_OBJECT],
  ["exports null", "export default null;", NO_OBJECT],
  ["exports in the way of CommonJS", "module.exports = { protect: true };", NO_OBJECT],
  ["is no TypeScript", "export default {{", /^ {2}cannot be read: .*Expected/],
  [
    "imports what is not there",
    'import "./gone"; export default {};',
    /^ {2}cannot be read: Cannot find module '.\/gone'/,
  ],
  ["throws an error", 'throw new Error("no");', CANNOT_BE_READ("no")],
  ["throws an error without a message", "throw new Error();", CANNOT_BE_READ("Error")],
  ["throws a text", 'throw "no";', CANNOT_BE_READ("no")],
  ["throws an empty text", 'throw "";', CANNOT_BE_READ("nothing is said")],
  ["throws null", "throw null;", CANNOT_BE_READ("null")],
  ["throws undefined", "throw undefined;", CANNOT_BE_READ("undefined")],
  ["throws a symbol", 'throw Symbol("no");', CANNOT_BE_READ("Symbol(no)")],
  [
    "throws what cannot be read",
    "throw { get message() { throw 1; } };",
    CANNOT_BE_READ("what was thrown cannot be read"),
  ],
  ["throws a long text", 'throw "a".repeat(10_000);', CANNOT_BE_READ("a".repeat(300))],
  ["ends the process", "process.exit(0);", CANNOT_BE_READ("it calls process.exit(0)")],
  [
    "ends the process as a function",
    "export default () => process.exit();",
    CANNOT_BE_READ("it calls process.exit()"),
  ],
  ["is a function that throws", 'export default () => { throw "no"; };', CANNOT_BE_READ("no")],
  ["is a function without a result", "export default () => {};", NO_OBJECT],
  [
    "is a class",
    "export default class Local {};",
    /^ {2}cannot be read: Class constructor Local cannot be invoked/,
  ],
  [
    "is a promise",
    "export default Promise.resolve({});",
    "  is a promise; expected values that are known at once",
  ],
  [
    "is a promise that fails",
    'export default Promise.reject(new Error("no"));',
    "  is a promise; expected values that are known at once",
  ],
  [
    "is an async function",
    "export default async () => ({});",
    "  is a promise; expected values that are known at once",
  ],
  ["is a Map", "export default new Map();", `  is a Map; ${DATA}`],
  [
    "is a class's object",
    "class Local { get protect() { return true; } }; export default new Local();",
    `  is a Local; ${DATA}`,
  ],
  ["is a Date", "export default new Date();", `  is a Date; ${DATA}`],
  [
    "holds a function",
    "export default { regions: { eu: () => 1 } };",
    `  regions.eu: is a function; ${DATA}`,
  ],
  ["holds a symbol", 'export default { domain: Symbol("a") };', `  domain: is a symbol; ${DATA}`],
  [
    "holds a BigInt",
    "export default { monitoring: { intervalSeconds: 5n } };",
    `  monitoring.intervalSeconds: is a bigint; ${DATA}`,
  ],
  ["holds what is no number", "export default { protect: 0 / 0 };", `  protect: is NaN; ${DATA}`],
  ["holds a Set", "export default { workloads: [new Set()] };", `  workloads[0]: is a Set; ${DATA}`],
  [
    "holds a URL",
    'export default { charts: { mirror: new URL("oci://a.example") } };',
    `  charts.mirror: is a URL; ${DATA}`,
  ],
  [
    "holds a promise",
    "export default { domain: Promise.reject(1) };",
    "  domain: is a promise; expected values that are known at once",
  ],
  [
    "holds itself",
    "const local: any = {}; local.regions = [local]; export default local;",
    `  regions[0]: holds itself; ${DATA}`,
  ],
  [
    "has a getter that throws",
    "export default { get domain() { throw 1; } };",
    "  domain: cannot be read: 1",
  ],
  [
    "has a getter that ends the process",
    "export default { get domain() { return process.exit(0); } };",
    "  domain: cannot be read: it calls process.exit(0)",
  ],
  [
    "is a proxy that throws",
    'export default new Proxy({}, { ownKeys() { throw "no"; } });',
    "  cannot be read: no",
  ],
  [
    "is a proxy that was revoked",
    "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); export default proxy;",
    /^ {2}cannot be read: Cannot perform/,
  ],
  [
    "is nested 20,000 times",
    "let deep: any = {}; for (let i = 0; i < 20_000; i++) deep = { charts: deep }; export default deep;",
    `  charts.charts.charts.charts.charts: is nested deeper than 50 levels; ${DATA}`,
  ],
  [
    "has several of these",
    "export default { domain: 1n, dns: new Map() };",
    `  domain: is a bigint; ${DATA}`,
    `  dns: is a Map; ${DATA}`,
  ],
  [
    "has an unknown key",
    "export default { regoins: {} };",
    /^ {2}unknown key "regoins"; the keys here are name, domain/,
  ],
  [
    "removes what is not there",
    "export default { regions: { moon: null } };",
    /^ {2}regions\.moon: there is nothing to remove; expected null for one of /,
  ],
  ["removes what is needed", "export default { dns: null };", /^ {2}dns: expected .*, got nothing/],
  [
    "is written nested 20,000 times",
    `export default ${"[".repeat(20_000)}${"]".repeat(20_000)};`,
    CANNOT_BE_READ("Maximum call stack size exceeded"),
  ],
];

/** Each way in which commands run: what loads a file, and what its failure looks like, differs. */
describe.each([
  ["from a bundle", ""],
  ["by tsx", "off"],
])("read %s", (_, bundle) => {
  let folder: string;
  let found: readonly (readonly string[])[];

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-overlays-"));
    const folders = ROWS.map(([, text], index) => {
      fs.mkdirSync(path.join(folder, String(index)));
      fs.writeFileSync(path.join(folder, String(index), "local.overlay.ts"), text);
      return path.join(folder, String(index));
    });
    const env = { ...process.env, MERIDIAN_BUNDLE: bundle, MERIDIAN_OVERLAYS: "all" };
    const args = ["runner/run.cjs", "__tests__/config/overlays/read.ts", ...folders];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      env,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    found = JSON.parse(stdout);
  }, 30_000);
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it.each(ROWS.map(([what, , ...problems], index) => ({ what, problems, index })))(
    "an overlay that $what is refused",
    ({ problems, index }) => {
      const expected = problems.map((each) =>
        typeof each === "string" ? each : expect.stringMatching(each),
      );
      expect(found[index]).toEqual(expected);
    },
  );
});
