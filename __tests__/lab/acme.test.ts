import { type ChildProcess, spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { challengePolicy } from "../../constructs/cert-manager/objects";
import { podsOf } from "../../constructs/kubernetes/network-policy";
import { REGIONAL_INGRESS } from "../../constructs/traefik/route";
import { apply, asYaml } from "../../lab/cluster/addons";
import { labNode } from "../../lab/lab";
import { eventually, run } from "../../lab/run";
import { AcmeClient } from "./support/acme";
import { issueAuthority, issueCertificate } from "./support/platform";

const eu = labNode("eu");
const { host, address } = eu.entry;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-pebble-"));
const started: ChildProcess[] = [];
let client: AcmeClient;

/** Pebble checks names as Let's Encrypt does, at port 80; its DNS knows the lab's names. */
beforeAll(async () => {
  const authority = await issueAuthority("pebble");
  const server = await issueCertificate(authority, "localhost");
  const file = (name: string, content: string) => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const config = file(
    "pebble.json",
    JSON.stringify({
      pebble: {
        listenAddress: "127.0.0.1:14000",
        managementListenAddress: "127.0.0.1:15000",
        certificate: file("server.crt", server.cert),
        privateKey: file("server.key", server.key),
        httpPort: 80,
        tlsPort: 443,
      },
    }),
  );
  const names = ["-defaultIPv4", address, "-defaultIPv6", "", "-dns01", "127.0.0.1:8053"];
  const off = ["-http01", "", "-https01", "", "-tlsalpn01", "", "-management", "127.0.0.1:8055"];
  started.push(spawn("pebble-challtestsrv", [...names, ...off], { stdio: "ignore" }));
  const env = { ...process.env, PEBBLE_VA_NOSLEEP: "1", PEBBLE_WFE_NONCEREJECT: "0" };
  started.push(
    spawn("pebble", ["-config", config, "-dnsserver", "127.0.0.1:8053"], { stdio: "ignore", env }),
  );
  const directory = "https://localhost:14000/dir";
  client = new AcmeClient(directory, authority.cert);
  const ca = file("ca.crt", authority.cert);
  await eventually("pebble answers", () => run("curl", ["--silent", "--fail", "--cacert", ca, directory]));
});

afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true });
  await eu.kubectl([
    "-n",
    "api",
    "delete",
    "ingress,service,pod,networkpolicy",
    "-l",
    "acme.cert-manager.io/http01-solver=true",
  ]);
});

const labels = { "acme.cert-manager.io/http01-solver": "true" };
const metadata = { name: "acme-solver", namespace: "api", labels };

/** What cert-manager puts beside a certificate while its challenge is open: a pod, a Service, an Ingress of the class. */
async function solver(token: string, answer: string): Promise<void> {
  const program = `require("http").createServer((q, r) => r.end(${JSON.stringify(answer)})).listen(8089)`;
  const container = {
    name: "solver",
    image: "ghcr.io/meridian-platform/api:0.1.0",
    imagePullPolicy: "IfNotPresent",
    command: ["/usr/local/bin/node", "-e", program],
    readinessProbe: { tcpSocket: { port: 8089 }, periodSeconds: 1 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
  };
  const securityContext = {
    runAsNonRoot: true,
    runAsUser: 65532,
    seccompProfile: { type: "RuntimeDefault" },
  };
  const service = { name: "acme-solver", port: { number: 8089 } };
  const route = {
    path: `/.well-known/acme-challenge/${token}`,
    pathType: "ImplementationSpecific",
    backend: { service },
  };
  const policy = challengePolicy("api", [podsOf(REGIONAL_INGRESS)]);
  await apply(
    eu,
    asYaml([
      { ...policy, metadata: { ...policy.metadata, labels } },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata,
        spec: {
          containers: [container],
          securityContext,
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 1,
        },
      },
      { apiVersion: "v1", kind: "Service", metadata, spec: { selector: labels, ports: [{ port: 8089 }] } },
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata,
        spec: { ingressClassName: "traefik", rules: [{ host, http: { paths: [route] } }] },
      },
    ]),
  );
  await eu.kubectl(["-n", "api", "wait", "--for=condition=Ready", "pod/acme-solver", "--timeout=60s"]);
  await eventually("the challenge is answered at port 80", async () =>
    (await run("curl", ["--silent", "-H", `Host: ${host}`, `http://${address}${route.path}`])) === answer
      ? true
      : undefined,
  );
}

test("a certificate is issued by HTTP-01: the challenge reaches its responder at port 80, past the passthrough route", async () => {
  const chain = await client.certificate(host, solver);
  const leaf = new X509Certificate(chain);
  expect(leaf.subjectAltName).toBe(`DNS:${host}`);
  expect(leaf.issuer).toMatch(/Pebble/);
});

test("a challenge that nobody answers gets no certificate", async () => {
  await expect(client.certificate("api.us", async () => undefined)).rejects.toThrow(/invalid|unauthorized/);
});
