import fs from "node:fs";
import path from "node:path";
import { K3S_VERSION } from "../config/k3s";
import type { Environment } from "../config/schema/environment";
import { CHARTS, FLUX_VERSION } from "../constructs/kubernetes/charts";
import { IMAGES, type Image, referenceTo } from "../constructs/kubernetes/images";

/** Where the versions of a kind stand, each in one place. */
export const TABLES = {
  chart: "constructs/kubernetes/charts.ts",
  image: "constructs/kubernetes/images.ts",
  workload: "config/workloads/",
  kubernetes: "config/k3s.ts, config/clouds/aws/eks.ts",
  provider: "package.json (their bindings), stacks/workspace/provider-versions.ts (exceptions)",
  terraform: "stacks/workspace/platform-stack.ts",
} as const;

/** Something that others release, at the version that is in use. */
export interface Version {
  readonly kind: keyof typeof TABLES;
  readonly name: string;
  readonly version: string;
  /** Workspaces, environments or folders that ask for it; none where no environment has the option that would. */
  readonly usedBy: readonly string[];
}

type Found = Omit<Version, "usedBy">;

/** Everything that synthesized environments have of others, by kind and name. */
export function versionsIn(folder: string, environments: readonly Environment[]): readonly Version[] {
  const all = new Map<string, Version>();
  const add = (found: Found, ...users: readonly string[]) => {
    const key = `${Object.keys(TABLES).indexOf(found.kind)} ${found.name} ${found.version}`;
    const usedBy = new Set([...(all.get(key)?.usedBy ?? []), ...users]);
    all.set(key, { ...found, usedBy: [...usedBy] });
  };
  // Some are for options that no environment has chosen.
  for (const { name, version } of Object.values(CHARTS)) add({ kind: "chart", name, version });
  for (const { name, tag } of Object.values<Image>(IMAGES)) add({ kind: "image", name, version: tag });
  add(k3s(K3S_VERSION), "vagrant/");
  for (const [user, found] of ofWorkspaces(folder)) add(found, user);
  for (const [user, found] of environments.flatMap(ofEnvironment)) add(found, user);
  return [...all].sort(([one], [other]) => one.localeCompare(other)).map(([, version]) => version);
}

/** As much of a workspace as has versions in it. */
interface Workspace {
  readonly terraform: {
    readonly required_version: string;
    readonly required_providers: Readonly<Record<string, { readonly version: string }>>;
  };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

const ofWorkspaces = (folder: string): readonly (readonly [string, Found])[] =>
  fs.readdirSync(path.join(folder, "stacks")).flatMap((id) => {
    const text = fs.readFileSync(path.join(folder, "stacks", id, "cdk.tf.json"), "utf8");
    return [...ofTerraform(JSON.parse(text)), ...ofResources(JSON.parse(text)), ...ofText(text)].map(
      (found) => [id, found] as const,
    );
  });

const ofTerraform = ({ terraform }: Workspace): readonly Found[] => [
  { kind: "terraform", name: "terraform", version: terraform.required_version },
  ...Object.entries(terraform.required_providers).map(
    ([name, { version }]) => ({ kind: "provider", name, version }) as const,
  ),
];

function ofResources({ resource = {} }: Workspace): readonly Found[] {
  const all = (type: string) => Object.values(resource[type] ?? {});
  const charts = new Set<string>(Object.values(CHARTS).map(({ name }) => name));
  return [
    ...all("helm_release").flatMap(({ chart: name = "", version = "" }) =>
      charts.has(name) ? [{ kind: "chart", name, version } as const] : [],
    ),
    ...all("aws_eks_cluster").map(
      ({ version = "" }) => ({ kind: "kubernetes", name: "eks", version }) as const,
    ),
    ...all("aws_eks_addon").map(
      ({ addon_name: name = "", addon_version: version = "EKS' own choice" }) =>
        ({ kind: "kubernetes", name: `eks ${name}`, version }) as const,
    ),
  ];
}

/** What stands in YAML: images, and the release that Flux' operator is asked for. */
const ofText = (text: string): readonly Found[] => [
  ...Object.values<Image>(IMAGES)
    .filter((image) => text.includes(referenceTo(image)) || text.includes(`tag: ${image.tag}`))
    .map(({ name, tag }) => ({ kind: "image", name, version: tag }) as const),
  ...(text.includes(`version: ${FLUX_VERSION}`)
    ? [{ kind: "chart", name: "flux", version: FLUX_VERSION } as const]
    : []),
];

/** What a workspace does not say in words. */
function ofEnvironment({
  name: user,
  infrastructure,
  workloads,
}: Environment): readonly (readonly [string, Found])[] {
  const found: Found[] = workloads
    .flatMap(({ services }) => services)
    .map(({ image }) => {
      const [, name = "", version = ""] = /^(.+?)[:@]([^/]+)$/.exec(image) ?? [];
      return { kind: "workload", name, version };
    });
  if ("k3s" in infrastructure) found.push(k3s(infrastructure.k3s.version));
  return found.map((each) => [user, each] as const);
}

const k3s = (version: string): Found => ({ kind: "kubernetes", name: "k3s", version });
