import fs from "node:fs";
import path from "node:path";

/** A region more, as a user adds it, in the shipped file of an environment and again in its overlay. */
interface Edits {
  readonly shipped: (folder: string) => void;

  /** Its examples of overlays by name, `<name>.overlay.example.ts`, each with text for its `regions`. */
  readonly overlays: Readonly<Record<string, string>>;
}

/** Every environment; `npm run test:changes` fails where one is missing. */
export const EDITS: Readonly<Record<string, Edits>> = {
  local: {
    shipped: (folder) => {
      const file = path.join(folder, "vagrant/nodes.json");
      const nodes = JSON.parse(fs.readFileSync(file, "utf8")) as readonly object[];
      const added = { name: "vm-ap", cluster: "ap", region: "ap", role: "api", address: "192.168.56.13" };
      const node = { ...added, host: "api.ap", memory: 4096, cpus: 2 };
      fs.writeFileSync(file, `${JSON.stringify([...nodes, node], undefined, 2)}\n`);
      replace(folder, "local.ts", /^ {2}workloads: \[(\w+)\],$/m, `  workloads: [$1, ${SHOP}],`);
    },
    overlays: {
      "local.movies": existingRegion("br"),
      "local.minikube": `ap: null, ${existingRegion("br")}`, // which clears what is shipped
    },
  },
  azure: {
    shipped: (folder) => replace(folder, "azure.ts", "regions: {", `regions: { ${azureRegion("ap", 60)},`),
    overlays: { azure: azureRegion("br", 70) },
  },
  aws: {
    shipped: (folder) => replace(folder, "aws.ts", "regions: {", `regions: { ${awsRegion("north", 60)},`),
    overlays: { aws: awsRegion("south", 70) },
  },
  vultr: {
    shipped: (folder) =>
      replace(folder, "vultr.ts", "regions: {", `regions: { ${vultrRegion("north", "ams", 60)},`),
    overlays: { vultr: vultrRegion("south", "ord", 70) },
  },
  kops: {
    shipped: (folder) => replace(folder, "kops.ts", "regions: {", `regions: { ${kopsRegion("north", 60)},`),
    overlays: { kops: kopsRegion("south", 70) },
  },
  gcp: {
    shipped: (folder) => replace(folder, "gcp.ts", "regions: {", `regions: { ${gcpRegion("north", 60)},`),
    overlays: { gcp: gcpRegion("south", 70) },
  },
};

/** A second workload, with a secret; `$1` is the name of the first. */
const SHOP = `{
  name: "shop",
  namespace: "shop",
  services: $1.services.map((service) => ({
    ...service,
    name: "shop",
    exposure: "none",
    secrets: { SHOP_TOKEN: "shop_token" },
  })),
}`;

function existingRegion(name: string): string {
  return `${name}: {
    clusters: { ${name}: { kind: "existing", role: "api", address: "192.168.56.14", host: "api.${name}" } },
  }`;
}

function azureRegion(name: string, network: number): string {
  return `${name}: {
    network: { kind: "azure", location: "brazilsouth", cidr: "10.${network}.0.0/16" },
    clusters: { ${name}: { kind: "k3s", role: "api" } },
  }`;
}

function awsRegion(name: string, network: number): string {
  return `${name}: {
    network: { kind: "aws", location: "${name === "north" ? "eu-north-1" : "eu-south-1"}", cidr: "10.${network}.0.0/16" },
    clusters: { ${name}: { kind: "eks", role: "api" } },
  }`;
}

function vultrRegion(name: string, location: string, network: number): string {
  return `${name}: {
    network: { kind: "vultr", location: "${location}", cidr: "10.${network}.0.0/20" },
    clusters: { ${name}: { kind: "vke", role: "api", hostLabel: "${name}-cluster" } },
  }`;
}

function gcpRegion(name: string, network: number): string {
  return `${name}: {
    network: {
      kind: "gcp",
      location: "${name === "north" ? "europe-north1" : "europe-southwest1"}",
      cidr: "10.${network}.0.0/20",
      pods: "10.${network + 1}.0.0/16",
      services: "10.${network + 2}.0.0/20",
    },
    clusters: { ${name}: { kind: "gke", role: "tooling" } },
  }`;
}

/** The database is in the one region that serves users. */
function kopsRegion(name: string, network: number): string {
  return `${name}: {
    network: { kind: "aws", location: "${name === "north" ? "eu-north-1" : "eu-south-1"}", cidr: "10.${network}.0.0/16" },
    clusters: { ${name}: { kind: "kops", role: "tooling" } },
  }`;
}

/** Lays an example of an overlay over its environment, with a region more. */
export function useExample(folder: string, environment: string, example: string, regions: string): void {
  const environments = path.join(folder, "config/environments");
  const overlay = `${environment}.overlay.ts`;
  const file = path.join(environments, `${example}.overlay.example.ts`);
  fs.copyFileSync(file, path.join(environments, overlay));
  if (/^ {2}regions: \{$/m.test(fs.readFileSync(file, "utf8")))
    replace(folder, overlay, /^ {2}regions: \{$/m, `$& ${regions},`);
  else replace(folder, overlay, /^export default defineOverlay\(.*\{$/m, `$& regions: { ${regions} },`);
}

function replace(folder: string, name: string, from: string | RegExp, to: string): void {
  const file = path.join(folder, "config/environments", name);
  const text = fs.readFileSync(file, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} does not have ${from}`);
  fs.writeFileSync(file, changed);
}
