import { execFileSync } from "node:child_process";
import fs from "node:fs";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { type Loose, objectsOf, releasesOf } from "../support/helm";
import { environment, synthesizeToMemory } from "../support/synth";
import { eventually, freePort, Processes } from "./proof/processes";

/*
 * Two agents of Prometheus write to a receiver, through an end of TLS that asks for certificates. What they are told is what the
 * workspaces say; addresses and folders are replaced. The end of TLS is Prometheus' own here, told as the receiver's options tell
 * Traefik: a CA for clients, and TLS 1.3. The chain is that of the clusters: a root, an authority for each, certificates below.
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
const options = objectsOf(workspaces["local-monitoring-tools"]).find(({ kind }) => kind === "TLSOption");

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hub-"));
const processes = new Processes();
let port = 0;

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
          url: write.url.replace(HOST, `127.0.0.1:${port}`),
          tls_config: { ...tlsOf(cluster, write.tlsConfig), server_name: HOST },
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

/** Asks the receiver as somebody, or without a certificate. */
const ask = (target: string, who?: string, maxVersion?: "TLSv1.2"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: "127.0.0.1",
        port,
        path: target,
        servername: HOST,
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
  const { clientAuth, minVersion } = (options as Loose)["spec"] as {
    clientAuth: { clientAuthType: string };
    minVersion: string;
  };
  fs.writeFileSync(
    file("web.yml"),
    stringify({
      tls_server_config: {
        cert_file: file("receiver.crt"),
        key_file: file("receiver.key"),
        client_auth_type: clientAuth.clientAuthType,
        client_ca_file: file("root.crt"),
        min_version: minVersion.replace("VersionTLS1", "TLS1"),
      },
    }),
  );
  const { tsdb } = specOf("tools");
  start(
    "hub",
    { storage: { tsdb: { out_of_order_time_window: tsdb.outOfOrderTimeWindow } } },
    `--storage.tsdb.path=${file("hub-data")}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--web.config.file=${file("web.yml")}`,
    "--web.enable-remote-write-receiver",
  );
  await eventually(
    "the receiver",
    async () => (await ask("/-/ready", "eu-writer")).status === 200 || undefined,
    20,
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${processes.log}`);
  });
  for (const cluster of WRITERS) await startAgent(cluster);
}, 60_000);

afterAll(async () => {
  await processes.stop();
  fs.rmSync(folder, { recursive: true });
});

/** The places that the hub has samples of. */
const places = async (): Promise<readonly Record<string, string>[]> => {
  const { body } = await ask(
    `/api/v1/series?${new URLSearchParams({ "match[]": 'up{job="self"}' })}`,
    "eu-writer",
  );
  const { data } = JSON.parse(body) as { data: Record<string, string>[] };
  return data.map(
    ({ environment: name, region, cluster }) => ({ environment: name, region, cluster }) as never,
  );
};

it("agents write through TLS with certificates of their own, and every series says where it was measured", async () => {
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
