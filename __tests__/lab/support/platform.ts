/** The running platform as the tests see it. */
import { X509Certificate } from "node:crypto";
import { connect } from "node:tls";
import { labNode } from "../../../lab/lab";
import { localWorkspaces } from "../../../lab/platform";
import { eventually, run } from "../../../lab/run";
import { issue } from "../../../lab/terraform/tls";
import { globalBalancer } from "../../../lab/traffic/targets";

export { region } from "../../../lab/traffic/targets";

export const workspaces = localWorkspaces();
export const pki = workspaces.outputs("local-pki") as Readonly<Record<string, string>> & {
  readonly ca: string;
};
export const balancer = globalBalancer();

/** Prometheus' metrics of the balancer, read from its pod as a scrape would. */
export async function balancerMetrics(): Promise<string> {
  const lb = labNode("lb");
  const address = await lb.kubectl([
    ...[
      "-n",
      "traefik",
      "get",
      "pod",
      "-l",
      "app.kubernetes.io/name=traefik",
      "--field-selector=status.phase=Running",
    ],
    ...["-o", "jsonpath={.items[0].status.podIP}"],
  ]);
  return run(
    ...lb.inNetwork(["curl", "--silent", "--fail", "--max-time", "5", `http://${address}:9100/metrics`]),
  );
}

/** Value of `traefik_service_server_up` for a region: what the alert "region down" looks at. */
export async function regionUp(cluster: string): Promise<number> {
  const line = new RegExp(`^traefik_service_server_up\\{service="${cluster}@file".*\\} (\\d)$`, "m");
  return Number((await balancerMetrics()).match(line)?.[1] ?? Number.NaN);
}

/** Waits until the balancer sees every region up. */
export async function allRegionsUp(): Promise<void> {
  await eventually("both regions up in the balancer's eyes", async () =>
    (await regionUp("eu")) === 1 && (await regionUp("us")) === 1 ? true : undefined,
  );
}

export interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** A certificate of a CA, with the same program that issued the platform's. Hours 0: one that has expired. */
export async function issueCertificate(
  authority: Pair,
  name: string,
  hours = 24,
  uses: readonly string[] = ["digital_signature", "server_auth"],
): Promise<Pair> {
  const key = (await issue("tls_private_key", { algorithm: "ECDSA", ecdsa_curve: "P256" }))[
    "private_key_pem"
  ] as string;
  const request = await issue("tls_cert_request", {
    private_key_pem: key,
    subject: [{ common_name: name }],
    dns_names: [name],
  });
  const certificate = await issue("tls_locally_signed_cert", {
    cert_request_pem: request["cert_request_pem"] as string,
    ca_cert_pem: authority.cert,
    ca_private_key_pem: authority.key,
    allowed_uses: [...uses],
    validity_period_hours: hours,
  });
  return { cert: certificate["cert_pem"] as string, key };
}

/** A new CA, which no client trusts yet. */
export async function issueAuthority(name: string): Promise<Pair> {
  const key = (await issue("tls_private_key", { algorithm: "ECDSA", ecdsa_curve: "P256" }))[
    "private_key_pem"
  ] as string;
  const certificate = await issue("tls_self_signed_cert", {
    private_key_pem: key,
    subject: [{ common_name: name }],
    allowed_uses: ["cert_signing", "digital_signature"],
    is_ca_certificate: true,
    validity_period_hours: 24,
  });
  return { cert: certificate["cert_pem"] as string, key };
}

/** The platform's CA with its key, from the state of its workspace. */
export const platformAuthority = (): Pair => ({
  cert: pki.ca,
  key: workspaces.attribute("local-pki", "tls_private_key", "Authority", "private_key_pem"),
});

export const fingerprintOf = (pem: string): string => new X509Certificate(pem).fingerprint256;

/** Replaces the API's certificate in a cluster as cert-manager would: the Secret changes, nothing else. */
export async function replaceCertificate(cluster: string, pair: Pair): Promise<void> {
  const data = {
    "tls.crt": Buffer.from(pair.cert).toString("base64"),
    "tls.key": Buffer.from(pair.key).toString("base64"),
  };
  await labNode(cluster).kubectl([
    "-n",
    "api",
    "patch",
    "secret",
    "certificate",
    "--type=merge",
    "-p",
    JSON.stringify({ data }),
  ]);
}

/** Waits until the API of a cluster presents a certificate on new connections; does not verify it. */
export async function serves(cluster: string, certificate: string): Promise<number> {
  const began = Date.now();
  const { host, address } = labNode(cluster).entry;
  await eventually(`${cluster} presents the new certificate`, async () => {
    const presented = await presentedBy(address, host);
    return presented === fingerprintOf(certificate) ? true : undefined;
  });
  return Date.now() - began;
}

/** Fingerprint of the certificate that a server presents, verified or not. */
export function presentedBy(address: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port: 443, servername: name, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}
