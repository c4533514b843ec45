import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { program } from "../../../lab/programs";
import { eventually, Processes } from "../../monitoring/proof/processes";
import { freePort } from "../../support/free-port";
import { type Loose, objectsOf, releasesOf } from "../../support/helm";
import { environment, synthesizeToMemory } from "../../support/synth";

/*
 * Two agents of Prometheus write to a receiver, through the real Traefik, which asks for certificates. What all of them are told is
 * what the workspaces say; addresses and folders are replaced, and Traefik reads its route and its TLS options from a file. The
 * chain is that of the clusters: a root, an authority for each, certificates below.
 */
const HOST = "metrics.tools.eu";
const WRITERS = ["eu", "us"] as const;

const { workspaces } = synthesizeToMemory([
  environment("local", (input) => {
    Object.assign(input.regions["eu"]?.clusters as object, {
      tools: { kind: "existing", role: "tooling", address: "192.168.56.13", host: "tools.eu" },
    });
    input.monitoring = { hub: { cluster: "tools" } };
  }),
]);
const specOf = (cluster: string) =>
  releasesOf(workspaces[`local-monitoring-${cluster}`])["monitoring"]?.["prometheus"].prometheusSpec;
const ofKind = (kind: string): Loose =>
  objectsOf(workspaces["local-monitoring-tools"]).find((object) => object.kind === kind)?.["spec"];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hub-"));
const processes = new Processes();
/** Traefik's, and that of the Prometheus behind it. */
let port = 0;
let behind = 0;

const openssl = (...args: readonly string[]): void => {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
};

/** A certificate `<name>.crt` with its key, signed by another, whose certificate follows it where that is no root. */
function certify(name: string, signer: string, extensions: readonly string[]): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  openssl(
    ...["req", "-x509", ...key, "-keyout", `${name}.key`, "-out", `${name}.one`, "-subj", `/CN=${name}`],
    ...(signer === name ? [] : ["-CA", `${signer}.one`, "-CAkey", `${signer}.key`]),
    ...extensions.flatMap((extension) => ["-addext", extension]),
  );
  const read = (file: string) => fs.readFileSync(path.join(folder, file), "utf8");
  const above = /^root/.test(signer) ? "" : read(`${signer}.one`);
  fs.writeFileSync(path.join(folder, `${name}.crt`), read(`${name}.one`) + above);
}

const AUTHORITY = ["basicConstraints=critical,CA:TRUE"];
const client = ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=clientAuth"];

function makeCertificates(): void {
  for (const root of ["root", "root-other"]) certify(root, root, []);
  for (const name of ["tools", ...WRITERS]) certify(`${name}-authority`, "root", AUTHORITY);
  certify("other-authority", "root-other", AUTHORITY);
  certify("receiver", "tools-authority", [
    "basicConstraints=critical,CA:FALSE",
    "extendedKeyUsage=serverAuth",
    `subjectAltName=DNS:${HOST}`,
  ]);
  for (const name of WRITERS) certify(`${name}-writer`, `${name}-authority`, client);
  certify("stranger", "other-authority", client);
  certify("service", "eu-authority", ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=serverAuth"]);
}

const file = (name: string): string => path.join(folder, name);

function start(name: string, config: object, ...flags: readonly string[]): void {
  fs.writeFileSync(file(`${name}.yml`), stringify(config, { aliasDuplicateObjects: false }));
  processes.start("prometheus", [`--config.file=${file(`${name}.yml`)}`, ...flags]);
}

/** As the operator writes `tlsConfig` for Prometheus, with the mounted files where they are here. */
const tlsOf = (cluster: string, { minVersion }: { minVersion: string }) => ({
  ca_file: file("root.crt"),
  cert_file: file(`${cluster}-writer.crt`),
  key_file: file(`${cluster}-writer.key`),
  min_version: minVersion,
});

/** In the place of the agent's host aliases: whatever name is called, it is Traefik's. */
const names = http.createServer().on("connect", (_: http.IncomingMessage, caller: net.Socket) => {
  const traefik = net.connect(port, "127.0.0.1", () => {
    caller.write("HTTP/1.1 200 Connection established\r\n\r\n");
    caller.pipe(traefik).pipe(caller);
  });
  for (const socket of [caller, traefik])
    socket.on("error", () => [caller, traefik].map((each) => each.destroy()));
});

/** The receiver's route and options, as its objects say, in the words of Traefik's file provider. */
function startTraefik(): void {
  const { minVersion, sniStrict, clientAuth } = ofKind("TLSOption");
  const { entryPoints, routes, tls } = ofKind("IngressRoute");
  const { clientAuthType } = clientAuth;
  const dynamic = {
    http: {
      routers: {
        receiver: { entryPoints, rule: routes[0].match, service: "hub", tls: { options: tls.options.name } },
      },
      services: { hub: { loadBalancer: { servers: [{ url: `http://127.0.0.1:${behind}` }] } } },
    },
    tls: {
      certificates: [{ certFile: file("receiver.crt"), keyFile: file("receiver.key") }],
      options: {
        writers: { minVersion, sniStrict, clientAuth: { clientAuthType, caFiles: [file("root.crt")] } },
      },
    },
  };
  fs.writeFileSync(file("dynamic.yml"), stringify(dynamic, { aliasDuplicateObjects: false }));
  processes.start(program("traefik"), [
    `--entrypoints.websecure.address=127.0.0.1:${port}`,
    `--providers.file.filename=${file("dynamic.yml")}`,
  ]);
}

async function startAgent(cluster: (typeof WRITERS)[number]): Promise<void> {
  const spec = specOf(cluster);
  const [write] = spec.remoteWrite;
  const own = await freePort();
  start(
    cluster,
    {
      global: { scrape_interval: "1s", external_labels: spec.externalLabels },
      scrape_configs: [{ job_name: "self", static_configs: [{ targets: [`127.0.0.1:${own}`] }] }],
      remote_write: [
        {
          url: write.url,
          proxy_url: `http://127.0.0.1:${(names.address() as AddressInfo).port}`,
          tls_config: tlsOf(cluster, write.tlsConfig),
          queue_config: { batch_send_deadline: "1s", capacity: write.queueConfig.capacity },
        },
      ],
    },
    "--enable-feature=agent",
    `--storage.agent.path=${file(`${cluster}-data`)}`,
    `--web.listen-address=127.0.0.1:${own}`,
  );
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks the receiver with the certificate of a client, or with none. */
const ask = (target: string, who?: string, maxVersion?: "TLSv1.2"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: "127.0.0.1",
        port,
        path: target,
        servername: HOST,
        headers: { host: HOST },
        ca: fs.readFileSync(file("root.crt")),
        agent: false,
        ...(maxVersion ? { maxVersion } : {}),
        ...(who
          ? { cert: fs.readFileSync(file(`${who}.crt`)), key: fs.readFileSync(file(`${who}.key`)) }
          : {}),
      },
      (response) => {
        let body = "";
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on("error", reject);
    request.end();
  });

beforeAll(async () => {
  makeCertificates();
  port = await freePort();
  behind = await freePort();
  const { tsdb } = specOf("tools");
  start(
    "hub",
    { storage: { tsdb: { out_of_order_time_window: tsdb.outOfOrderTimeWindow } } },
    `--storage.tsdb.path=${file("hub-data")}`,
    `--web.listen-address=127.0.0.1:${behind}`,
    "--web.enable-remote-write-receiver",
  );
  startTraefik();
  await eventually(
    "the receiver",
    async () => (await ask("/api/v1/write", "eu-writer")).status === 404 || undefined, // to GET, by Traefik
    20,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${processes.log}`);
  });
  await new Promise<void>((resolve) => names.listen(0, "127.0.0.1", resolve));
  for (const cluster of WRITERS) await startAgent(cluster);
}, 60_000);

afterAll(async () => {
  await processes.stop();
  names.close();
  fs.rmSync(folder, { recursive: true });
});

/** The places that the hub has samples of: Traefik lets no question through, so it is asked itself. */
const places = async (): Promise<readonly Record<string, string>[]> => {
  const query = new URLSearchParams({ "match[]": 'up{job="self"}' });
  const answer = await fetch(`http://127.0.0.1:${behind}/api/v1/series?${query}`);
  const { data } = (await answer.json()) as { data: Record<string, string>[] };
  return data.map(
    ({ environment: name, region, cluster }) => ({ environment: name, region, cluster }) as never,
  );
};

it("agents write through Traefik with certificates of their own, and every series says where it was measured", async () => {
  const found = await eventually(
    "samples of both clusters",
    async () => {
      const all = await places();
      return all.length === 2 ? all : undefined;
    },
    30,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${processes.log}`);
  });
  expect(found).toEqual(
    expect.arrayContaining(WRITERS.map((cluster) => ({ environment: "local", region: cluster, cluster }))),
  );
}, 60_000);

it.each([
  ["without a certificate", undefined],
  ["with a certificate of another CA", "stranger"],
  ["with the certificate of a service, which is no client", "service"],
])("a writer %s is refused", async (_, who) => {
  await expect(ask("/api/v1/write", who)).rejects.toThrow(/alert|ECONNRESET|EPIPE|socket hang up/i);
});

it("a writer that speaks an older TLS is refused", async () => {
  await expect(ask("/api/v1/write", "eu-writer", "TLSv1.2")).rejects.toThrow(/protocol version|alert/i);
});

it("a writer is handed through with what it writes, and with no question", async () => {
  expect((await ask("/api/v1/query?query=up", "eu-writer")).status).toBe(404);
});
