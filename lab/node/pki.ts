/** The certificates of one cluster, as kubeadm would lay them out. */
import fs from "node:fs";
import path from "node:path";
import { run } from "../run";

const DAYS = "30";

interface Subject {
  readonly name: string;
  /** In openssl's form: `/O=system:masters/CN=admin`. */
  readonly subject: string;
  /** Alternative names in openssl's form, for servers. */
  readonly names?: string;
}

const EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", DAYS];

/** Issues everything into `dir`. Takes about half a second; the certificates live for thirty days. */
export async function issueClusterCertificates(
  dir: string,
  cluster: string,
  node: string,
  address: string,
): Promise<void> {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = (name: string) => path.join(dir, name);
  await Promise.all([
    run("openssl", [
      "req",
      "-x509",
      ...EC,
      "-subj",
      `/CN=${cluster}-ca`,
      "-keyout",
      file("ca.key"),
      "-out",
      file("ca.crt"),
    ]),
    run("openssl", ["genrsa", "-out", file("sa.key"), "2048"]),
  ]);
  const issue = async ({ name, subject, names }: Subject): Promise<void> => {
    await run("openssl", [
      ...["req", "-x509", ...EC, "-CA", file("ca.crt"), "-CAkey", file("ca.key"), "-subj", subject],
      ...[
        "-addext",
        "basicConstraints=critical,CA:FALSE",
        ...(names ? ["-addext", `subjectAltName=${names}`] : []),
      ],
      ...["-keyout", file(`${name}.key`), "-out", file(`${name}.crt`)],
    ]);
  };
  const server = `DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local`;
  await Promise.all(
    [
      {
        name: "apiserver",
        subject: "/CN=kube-apiserver",
        names: `${server},IP:127.0.0.1,IP:10.43.0.1,IP:${address}`,
      },
      { name: "apiserver-kubelet", subject: "/O=system:masters/CN=kube-apiserver-kubelet-client" },
      { name: "admin", subject: "/O=system:masters/CN=admin" },
      { name: "controller-manager", subject: "/CN=system:kube-controller-manager" },
      { name: "scheduler", subject: "/CN=system:kube-scheduler" },
      { name: "kubelet", subject: `/O=system:nodes/CN=system:node:${node}` },
      { name: "proxy", subject: "/CN=system:kube-proxy" },
    ].map(issue),
  );
}

/** A kubeconfig with everything inside it, so that the file alone is enough. */
export function writeKubeconfig(
  to: string,
  cluster: string,
  server: string,
  pem: (file: string) => string,
  user: string,
): void {
  const base64 = (file: string) => Buffer.from(pem(file)).toString("base64");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: cluster, cluster: { server, "certificate-authority-data": base64("ca.crt") } }],
    users: [
      {
        name: user,
        user: { "client-certificate-data": base64(`${user}.crt`), "client-key-data": base64(`${user}.key`) },
      },
    ],
    contexts: [{ name: cluster, context: { cluster, user } }],
    "current-context": cluster,
  };
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, JSON.stringify(config, null, 2), { mode: 0o600 });
}
