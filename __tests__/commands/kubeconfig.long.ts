import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";

const root = path.join(__dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-kubeconfig-"));
  apply("azure-k3s-node-eu", {
    host: "https://192.0.2.7:6443",
    "cluster-ca": "the CA",
    "client-certificate": "the certificate",
    "client-key": "the key",
  });
  apply("aws-cluster-addons-west", {
    name: "aws-west",
    endpoint: "https://cluster.example.com",
    "cluster-ca": "the CA of EKS",
  });
  apply("kops-cluster-main", {
    name: "kops-main.k8s.local",
    endpoint: "https://api-kops-main.elb.ca-central-1.amazonaws.com",
    "server-name": "api.internal.kops-main.k8s.local",
    "cluster-ca": "the CA of kOps",
    "store-url": "s3://kops-ca-kops-000000000000",
  });
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** A workspace that real Terraform applied, with these outputs and nothing else. */
function apply(id: string, outputs: Readonly<Record<string, string>>): void {
  const workspace = path.join(folder, "stacks", id);
  fs.mkdirSync(workspace, { recursive: true });
  const output = Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, { value, sensitive: name === "client-key" }]),
  );
  fs.writeFileSync(path.join(workspace, "cdk.tf.json"), JSON.stringify({ output }));
  execFileSync("terraform", ["apply", "-auto-approve"], { cwd: workspace, stdio: "ignore" });
}

const file = (name: string): string => path.join(folder, "kube", name);
const run = (environment: string, cluster: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(
    "node",
    [
      "runner/run.cjs",
      "commands/kubeconfig.ts",
      environment,
      cluster,
      "--from",
      folder,
      "--output",
      file(cluster),
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...env } },
  );

it("writes what a node's workspace published, for nobody else to read", () => {
  fs.mkdirSync(path.dirname(file("eu")), { recursive: true });
  fs.writeFileSync(file("eu"), "an older one", { mode: 0o644 });
  const { status, stdout, stderr } = run("azure", "eu");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toBe(`export KUBECONFIG=${file("eu")}\n`);
  expect(fs.statSync(file("eu")).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(path.dirname(file("eu")))).toEqual(["eu"]);
  const { clusters, users } = parse(fs.readFileSync(file("eu"), "utf8"));
  const plain = (data: string) => Buffer.from(data, "base64").toString();
  expect(clusters[0].cluster.server).toBe("https://192.0.2.7:6443");
  expect(plain(clusters[0].cluster["certificate-authority-data"])).toBe("the CA");
  expect(plain(users[0].user["client-certificate-data"])).toBe("the certificate");
  expect(plain(users[0].user["client-key-data"])).toBe("the key");
});

it("lets kOps sign a certificate where kOps made the cluster, whose API answers to another name than its balancer's", () => {
  expect(run("kops", "main").status).toBe(0);
  const { clusters, users } = parse(fs.readFileSync(file("main"), "utf8"));
  expect(clusters[0].cluster).toMatchObject({
    server: "https://api-kops-main.elb.ca-central-1.amazonaws.com",
    "tls-server-name": "api.internal.kops-main.k8s.local",
  });
  expect(users[0].user.exec).toMatchObject({
    command: "kops",
    args: [
      "helpers",
      "kubectl-auth",
      "--cluster=kops-main.k8s.local",
      "--state=s3://kops-ca-kops-000000000000",
    ],
  });
});

it("lets the AWS CLI sign in where AWS runs the cluster: the file holds no credential", () => {
  expect(run("aws", "west").status).toBe(0);
  const view = execFileSync("kubectl", ["config", "view", "--kubeconfig", file("west"), "--output", "json"], {
    encoding: "utf8",
  });
  expect(JSON.parse(view)).toMatchObject({
    "current-context": "aws-west",
    clusters: [{ cluster: { server: "https://cluster.example.com" } }],
    users: [
      {
        user: {
          exec: {
            command: "aws",
            args: expect.arrayContaining(["--cluster-name", "aws-west", "--region", "eu-west-2"]),
          },
        },
      },
    ],
  });
});

it("takes the file that is there where others made the cluster", () => {
  const own = fs.mkdtempSync(path.join(folder, "own-"));
  fs.writeFileSync(path.join(own, "lb.yaml"), "kind: Config\n", { mode: 0o644 });
  expect(run("local", "lb", { TF_VAR_kubeconfigs: own }).status).toBe(0);
  expect(fs.readFileSync(file("lb"), "utf8")).toBe("kind: Config\n");
  expect(fs.statSync(file("lb")).mode & 0o777).toBe(0o600);
});

it.each([
  ["azure", "mars", /there is no cluster "mars"; expected one of (\w+, )*eu, (\w+, )*us/],
  [
    "azure",
    "us",
    /azure-k3s-node-us: 1 problem\n {2}there is no such folder; expected that it is synthesized and applied/,
  ],
])("says what is wrong with %s %s, and writes nothing", (environment, cluster, message) => {
  const { status, stderr } = run(environment, cluster);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(fs.existsSync(file(cluster))).toBe(false);
});
