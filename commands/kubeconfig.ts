import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { loadEnvironments } from "../config/load";
import { globalLbName, workspaceName } from "../config/names";
import { refused } from "../config/problem";
import { clustersOf } from "../config/topology";
import { synthesize } from "../stacks/synthesis";
import { kubeconfig, Outputs, type Provider } from "./cluster-access";
import { program, run } from "./program";

interface Options {
  readonly from: string;
  readonly output?: string;
}

/** Writes how to reach a cluster, as its workspaces do, for kubectl. */
function write(environment: string, cluster: string, { from, output }: Options): void {
  const provider = providerOf(environment, cluster);
  const name = `${environment}-${cluster}`;
  const file = path.resolve(output ?? path.join(os.homedir(), ".kube", `meridian-${name}.yaml`));
  const content =
    provider.config_path === undefined
      ? stringify(kubeconfig(name, provider, new Outputs(from)))
      : fs.readFileSync(existing(cluster), "utf8");
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Renamed into its place: a file that others may read would stay so if it were only written over.
  const fresh = fs.mkdtempSync(path.join(path.dirname(file), ".meridian-"));
  try {
    fs.writeFileSync(path.join(fresh, "config"), content, { mode: 0o600 });
    fs.renameSync(path.join(fresh, "config"), file);
  } finally {
    fs.rmSync(fresh, { recursive: true });
  }
  console.log(`export KUBECONFIG=${file}`);
}

/** Clusters of others bring kubeconfigs of their own, in the folder that Terraform reads too. */
const existing = (cluster: string): string => {
  const folder = process.env["TF_VAR_kubeconfigs"] ?? path.join(__dirname, "../vagrant/kubeconfigs");
  const file = path.join(folder, `${cluster}.yaml`);
  if (fs.existsSync(file)) return file;
  throw refused(file, "there is no such file; expected the kubeconfig that `vagrant up` or you put there");
};

/** How the workspaces that use a cluster reach it. */
function providerOf(name: string, cluster: string): Provider {
  const environments = loadEnvironments([name]);
  const known = environments.flatMap(clustersOf);
  const found = known.find((each) => each.name === cluster);
  if (!found) {
    throw refused(
      name,
      `there is no cluster "${cluster}"; expected one of ${known.map((each) => each.name).join(", ")}`,
    );
  }
  const users = [
    ...["monitoring", "api-deploy", "cluster-addons"].map(
      (stack) => workspaceName(name, stack, { cluster }).id,
    ),
    ...(found.role === "edge"
      ? [globalLbName(name, { region: found.region, cluster }).id, globalLbName(name).id]
      : []),
  ];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-kubeconfig-"));
  try {
    const outdir = path.join(folder, "cdktf.out");
    synthesize(environments, { outdir, hcl: false });
    for (const user of users) {
      const file = path.join(outdir, "stacks", user, "cdk.tf.json");
      if (!fs.existsSync(file)) continue;
      const [provider] = JSON.parse(fs.readFileSync(file, "utf8")).provider?.kubernetes ?? [];
      if (provider !== undefined) return provider;
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  throw refused(name, `no workspace uses the cluster "${cluster}"`);
}

void run(
  program(
    "kubeconfig",
    "Writes a kubeconfig that only you can read, from what the cluster's workspaces published.",
  )
    .argument("<environment>", "which")
    .argument("<cluster>", "by its name in the configuration")
    .option("--from <folder>", "where synthesis wrote the workspaces", "cdktf.out")
    .option("--output <file>", "instead of ~/.kube/meridian-<environment>-<cluster>.yaml")
    .action(write),
);
