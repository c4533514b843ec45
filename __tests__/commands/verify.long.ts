import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { bundle } from "../../app/build/bundle";
import { type Pem, selfSigned } from "../../app/build/self-signed";
import { Api } from "../../app/test/support/api";
import { type Finding, verify } from "../../commands/verify/checks";
import type { Target } from "../../commands/verify/targets";
import { parseEnvironment } from "../../config/parse";
import { azure } from "../fixtures/azure";
import { run } from "../rehearsal/fixtures/command";

/*
 * `local` as its users meet it, without clusters: an API for each region at a port of its own, and before them a balancer that hands
 * connections to each in turn. All of it real programs and real TLS; `--connect` says where they are.
 */

jest.setTimeout(60_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-verify-"));
const program = path.join(folder, "api.cjs");
const started: Api[] = [];
const listening: net.Server[] = [];

beforeAll(() => bundle(program, "test"));
afterEach(async () => {
  for (const server of listening.splice(0)) server.close();
  await Promise.all(started.splice(0).map((api) => api.stop()));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Deployment {
  /** Region that an API says it is, by the one that it should be. */
  readonly says?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  readonly notAfter?: Date;
  /** Regions behind the balancer. */
  readonly balanced?: readonly string[];
  /** Whether a region's metrics are at its public port. */
  readonly hasOpenMetrics?: boolean;
  /** Whether the CA is told by what `local-pki` published, and not by a file. */
  readonly isPublished?: boolean;
}

/** Starts everything, and asks. */
async function verified(deployment: Deployment = {}) {
  const { says = {}, flags = [], notAfter, balanced = ["us", "eu"] } = deployment;
  const { isPublished = false, hasOpenMetrics = false } = deployment;
  const cas: string[] = [];
  const pairOf = (host: string): string => {
    const pair: Pem = selfSigned({ host, commonName: host, ...(notAfter === undefined ? {} : { notAfter }) });
    const own = fs.mkdtempSync(path.join(folder, "pair-"));
    fs.writeFileSync(path.join(own, "tls.crt"), pair.cert);
    fs.writeFileSync(path.join(own, "tls.key"), pair.key);
    cas.push(pair.cert);
    return own;
  };
  const api = async (region: string, pair: string): Promise<number> => {
    const port = hasOpenMetrics ? await closedPort() : 0;
    const ports = [`--port=${port}`, `--metrics-port=${port}`];
    const args = [`--region=${says[region] ?? region}`, "--image=api:1", ...ports, ...flags];
    const one = await Api.start(args, pair, { API_DEMONSTRATION: "false" }, [program]);
    started.push(one);
    return one.port;
  };
  const shown = pairOf("api.lb");
  const behind = await Promise.all(balanced.map((region) => api(region, shown)));
  const [us, eu] = await Promise.all(["us", "eu"].map((region) => api(region, pairOf(`api.${region}`))));
  const places = { "api.lb": await inTurn(behind), "api.us": us, "api.eu": eu };
  return asked(places, isPublished ? publish(cas.join("")) : given(cas.join("")));
}

const given = (ca: string): readonly string[] => {
  const file = path.join(folder, "ca.pem");
  fs.writeFileSync(file, ca);
  return ["--ca", file];
};

/** As real Terraform leaves it. */
const publish = (ca: string): readonly string[] => {
  const workspace = path.join(folder, "from/stacks/local-pki");
  fs.mkdirSync(workspace, { recursive: true });
  fs.writeFileSync(path.join(workspace, "cdk.tf.json"), JSON.stringify({ output: { ca: { value: ca } } }));
  execFileSync("terraform", ["apply", "-auto-approve"], { cwd: workspace, stdio: "ignore" });
  return ["--from", path.join(folder, "from")];
};

/** The command's exit code and what it found, by target and check. */
async function asked(places: Readonly<Record<string, number | undefined>>, trust: readonly string[]) {
  const connects = Object.entries(places).flatMap(([host, port]) => [
    "--connect",
    `${host}=127.0.0.1:${port}`,
  ]);
  const { code, stdout, stderr } = await run(process.execPath, [
    ...["runner/run.cjs", "commands/verify.ts", "local", "--json", ...trust],
    ...["--plain-port", String(await closedPort()), "--timeout", "5", ...connects],
  ]);
  if (stdout === "") throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  const of = (target: string, check: string) =>
    findings.find((each) => each.target === target && each.check === check);
  return { code, findings, of };
}

/** A port that hands connections to others in turn, as they are. */
const inTurn = (ports: readonly number[]): Promise<number> =>
  new Promise((resolve) => {
    let next = 0;
    const server = net.createServer((socket) => {
      const other = net.connect(ports[next++ % ports.length] as number, "127.0.0.1");
      socket.pipe(other).pipe(socket);
      for (const each of [socket, other]) each.on("error", () => each.destroy());
    });
    listening.push(server);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as net.AddressInfo).port));
  });

const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

const failures = (findings: readonly Finding[]) =>
  findings.flatMap(({ target, check, result, seen }) =>
    result === "failed" ? [`${target}, ${check}: ${seen}`] : [],
  );

it.each([true, false])(
  "finds nothing wrong where everything is right (CA published: %s)",
  async (isPublished) => {
    const { code, findings, of } = await verified({ isPublished });
    expect(failures(findings)).toEqual([]);
    expect(code).toBe(0);
    expect(of("entry", "regions in turn")?.seen).toBe("us eu us eu us eu us eu us eu");
    expect(of("us", "region and image")).toEqual(
      expect.objectContaining({ result: "passed", seen: "region us, image api:1" }),
    );
  },
);

it.each<[string, Deployment, RegExp]>([
  [
    "a region that another answers for",
    { says: { us: "eu" } },
    /us, region and image: region eu.*expected us/,
  ],
  ["a region that the balancer leaves out", { balanced: ["eu"] }, /entry, regions in turn:.*no answer of us/],
  [
    "health that anybody sets",
    { flags: ["--settable-health"] },
    /us, what must be closed: open: POST \/health/,
  ],
  [
    "a certificate that nobody renews",
    { notAfter: new Date(Date.now() + 3 * 24 * 60 * 60 * 1000) },
    /eu, certificate: .*2 days left; expected 7/,
  ],
])("tells of %s", async (_what, deployment, expected) => {
  const { code, findings } = await verified(deployment);
  expect(code).toBe(1);
  expect(failures(findings).join("\n")).toMatch(expected);
});

it("asks nothing more of what cannot prove its name", async () => {
  const { of } = await asked(
    { "api.lb": await closedPort(), "api.us": await closedPort(), "api.eu": await closedPort() },
    given(selfSigned().cert),
  );
  expect(of("entry", "certificate")).toMatchObject({
    result: "failed",
    seen: expect.stringContaining("ECONNREFUSED"),
  });
  expect(of("entry", "what must be closed")).toMatchObject({ result: "skipped", seen: "not asked" });
});

it.each([
  [["nowhere"], /no environment "nowhere"; expected/],
  [["local", "--connect", "api.us"], /expected <name>=<address>/],
  [["local", "--ca", "/there/is/none.pem"], /none\.pem.*expected a CA's certificate/],
  [["aws"], /nothing of it can be asked.*expected that it is applied/],
])("%j is one clear message", async (args, expected) => {
  const { code, stderr } = await run(process.execPath, [
    ...["runner/run.cjs", "commands/verify.ts", ...args],
    ...["--from", path.join(folder, "nothing")],
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(expected);
  expect(stderr).not.toMatch(/^ +at /m);
});

/** What stands before the balancer on `azure`: it ends TLS, says which country a caller is in, and asks a region. */
async function entry(
  region: (headers: http.IncomingHttpHeaders) => string,
  isBelieved = false,
): Promise<Target> {
  const regions = new Map(
    await Promise.all(
      ["eu", "us"].map(async (name): Promise<[string, Api]> => {
        const api = await Api.start([`--region=${name}`, "--plain-http"], undefined, {}, [program]);
        started.push(api);
        return [name, api];
      }),
    ),
  );
  const pair = selfSigned({ host: "lb.example.com" });
  const server = https.createServer(pair, (request, response) => {
    const said = isBelieved ? request.headers["cf-ipcountry"] : undefined;
    const headers = { ...request.headers, "cf-ipcountry": said ?? "US" };
    const { port } = regions.get(region(headers)) as Api;
    const { method, url: path } = request;
    const onward = http.request({ port, host: "127.0.0.1", method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode as number, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  const address = `127.0.0.1:${port}`;
  return { name: "entry", host: "lb.example.com", address, region: undefined, ca: pair.cert };
}

describe("where countries decide", () => {
  const country = async (target: Target) => {
    const settings = { requests: 4, timeout: 5000, plainPort: await closedPort() };
    const findings = await verify(target, parseEnvironment(azure, "azure.ts"), settings);
    return findings.find(({ check }) => check === "country");
  };
  const byCountry = (headers: http.IncomingHttpHeaders) => (headers["cf-ipcountry"] === "US" ? "us" : "eu");

  it("a caller reaches the region of the country, whatever it says", async () => {
    expect(await country(await entry(byCountry))).toMatchObject({
      result: "passed",
      seen: "from US to us, whatever a caller says",
    });
  });

  it("tells of another region", async () => {
    const outcome = await country(await entry(() => "eu"));
    expect(outcome).toMatchObject({ result: "failed", seen: "from US to eu; expected us" });
  });

  it("tells of a caller who is believed", async () => {
    const target = await entry((headers) => (headers["cf-ipcountry"] === "US" ? "us" : "eu"), true);
    expect(await country(target)).toMatchObject({
      result: "failed",
      seen: expect.stringContaining("is believed"),
    });
  });
});
