import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Options, UsageError } from "../server/options";
import { parseSettings, parseSyncSettings, SERVE_OPTIONS, SYNC_OPTIONS } from "../src/settings";
import { PROGRAM } from "./support/api";

const problems = (args: string[], env: NodeJS.ProcessEnv = {}): readonly string[] => {
  try {
    parseSettings(args, env);
  } catch (error) {
    return (error as UsageError).problems;
  }
  throw new Error("was accepted");
};

it("has defaults for everything", () => {
  expect(parseSettings([], {})).toMatchObject({
    name: "",
    port: 8443,
    "metrics-port": 9443,
    cert: "/cert/current/tls.crt",
    "plain-http": false,
    "max-data": 1024 ** 3,
    grace: 20_000,
  });
});

it("prefers a flag to the environment, and the preferred variable to its alias", () => {
  expect(parseSettings([], { WHOAMI_NAME: "us" }).name).toBe("us");
  expect(parseSettings([], { WHOAMI_NAME: "us", API_NAME: "eu" }).name).toBe("eu");
  expect(parseSettings(["--name=lb"], { API_NAME: "eu" }).name).toBe("lb");
  expect(parseSettings([], { API_REGION: "", AWS_REGION: "eu-west-2" }).region).toBe("eu-west-2");
});

it("takes flags with one dash or two, with = or a space, and switches without a value", () => {
  expect(parseSettings(["-port", "443", "--name", "a=b", "--plain-http"], {})).toMatchObject({
    port: 443,
    name: "a=b",
    "plain-http": true,
  });
  expect(parseSettings(["--plain-http=false"], { API_PLAIN_HTTP: "true" })["plain-http"]).toBe(false);
});

it("does not read the variables that Kubernetes sets for a Service called api", () => {
  expect(parseSettings([], { API_PORT: "tcp://10.43.0.7:443", API_SERVICE_HOST: "10.43.0.7" }).port).toBe(
    8443,
  );
});

it("reports every mistake at once, each with its source and an example", () => {
  const env = { API_GRACE: "5x", API_MAX_DATA: "lots", API_TRUSTED_PROXIES: "10.0.0.0/33" };
  expect(problems(["--prot=1", "--port=99999", "stray", "--key"], env)).toEqual([
    '"--prot=1": no such flag',
    '"stray": no such flag',
    "--key: expected a value after it: --key FILE",
    '--port: expected a whole number from 0 to 65535, such as 8443, got "99999"',
    'API_GRACE: expected a duration from 0ms to 3600s, such as 1.5s or 300ms, got "5x"',
    'API_TRUSTED_PROXIES: expected addresses or CIDRs with commas between them, such as 10.42.0.0/16,192.168.56.12, got "10.0.0.0/33"',
    'API_MAX_DATA: expected a size from 0 to 9007199254740991 bytes, such as 16kb, 1mb or 1gb, got "lots"',
  ]);
});

it.each([
  ["--name=a\nb"],
  ["--cert="],
  ["--plain-http=maybe"],
  ["--max-connections=0"],
  ["--log-level=loud"],
  ["--client-address-header=a b"],
  ["--metrics-port=none"],
  ["--trusted-proxies=10.0.0.0/8/9"],
  ["--host=somewhere"],
  ["--cert-host=a b"],
  ["--cert-host=-a.example"],
  ["--otlp-endpoint=collector:4318"],
  ["--otlp-endpoint=https://name:secret@collector"],
  ["--trace-ratio=1.1"],
])("refuses %j", (flag) => {
  expect(problems([flag])).toHaveLength(1);
});

it("does not repeat a secret that is wrong", () => {
  expect(problems([], { API_OTLP_HEADERS: "authorization Bearer abc" })).toEqual([
    "API_OTLP_HEADERS: expected headers with commas between them, such as authorization=Bearer%20abc,x-tenant=eu",
  ]);
});

it("refuses waits that a shutdown or the stall timeout would cut off", () => {
  expect(problems(["--max-wait=30s", "--grace=10s", "--stall-timeout=20s"])).toEqual([
    expect.stringContaining("at most the grace period"),
    expect.stringContaining("less than the stall timeout"),
  ]);
});

it("reports contradictions together with mistakes, and judges only settings that are good by themselves", () => {
  expect(problems(["--port=x", "--max-wait=30s", "--grace=10s", "--stall-timeout=y"])).toEqual([
    expect.stringContaining("--port: expected a whole number"),
    expect.stringContaining("--stall-timeout: expected a duration"),
    expect.stringContaining("at most the grace period"),
  ]);
});

it("names variables that do not exist, and the nearest, but none that Kubernetes sets", () => {
  const links = {
    API_PORT: "tcp://10.43.0.7:443",
    API_PORT_443_TCP: "tcp://10.43.0.7:443",
    API_PORT_443_TCP_ADDR: "10.43.0.7",
    API_SERVICE_HOST: "10.43.0.7",
    API_SERVICE_PORT_HTTPS: "443",
    API_CANARY_SERVICE_PORT: "443",
  };
  expect(parseSettings([], links).port).toBe(8443);
  const wrong = { ...links, API_LOGLEVEL: "warn", API_MAX_DATA_SIZE: "1gb", API_SYNC_TO: "/cert" };
  expect(problems([], wrong)).toEqual([
    "API_LOGLEVEL: no such variable; the nearest is API_LOG_LEVEL",
    "API_MAX_DATA_SIZE: no such variable; the nearest is API_MAX_DATA",
  ]);
  expect(() => parseSyncSettings(["--from=/a", "--to=/a"], { API_SNYC_TO: "/b" })).toThrow(
    /API_SNYC_TO: no such variable; the nearest is API_SYNC_TO[\s\S]*--to: expected another folder/,
  );
});

describe("the program", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8" });

  it("prints the table of every flag for --help", () => {
    const help = execFileSync(process.execPath, [PROGRAM, "--help"], { encoding: "utf8" });
    for (const word of ["sync-certificates", "--max-data SIZE", "API_MAX_DATA", "1gb", "WHOAMI_NAME"]) {
      expect(help).toContain(word);
    }
    expect(run("sync-certificates", "-h").stdout).toContain("--watch");
  });

  it("exits 2 with plain sentences and no stack trace for a user's mistake", () => {
    const { status, stderr } = run("--port=x", "--grace=y");
    expect(status).toBe(2);
    expect(stderr.split("\n")).toHaveLength(4);
    expect(stderr).not.toContain("at ");
    expect(run("srve").stderr).toContain("no such command: srve; the commands are serve,");
  });

  it("exits 1 with one sentence where a port is taken", () => {
    const { status, stderr } = run("--plain-http", "--host=203.0.113.1", "--port=1");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^api: listen \w+: .*203\.0\.113\.1:1\n$/);
  });
});

it("is documented: the README's table has exactly these flags, variables, defaults and meanings", () => {
  const readme = fs.readFileSync(path.join(__dirname, "../README.md"), "utf8");
  for (const table of [SERVE_OPTIONS, SYNC_OPTIONS] as readonly Options[]) {
    for (const [flag, { env, default: value, description }] of Object.entries(table)) {
      const variables = env.map((name) => `\`${name}\``).join(", ");
      const row = `| \`--${flag}\` | ${variables} | ${value === "" ? "" : `\`${value}\``} | ${description} |`;
      expect(readme).toContain(row);
    }
  }
  const documented = [...readme.matchAll(/^\| `--([a-z-]+)` \|/gm)].map(([, flag]) => flag);
  expect(documented).toEqual([...Object.keys(SERVE_OPTIONS), ...Object.keys(SYNC_OPTIONS)]);
});
