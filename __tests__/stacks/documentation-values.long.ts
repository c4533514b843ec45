import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { placeholdersIn } from "../../config/documentation";
import { environments } from "../../config/environments";
import { merge } from "../../config/merge";
import { parseEnvironment } from "../../config/parse";
import { plain } from "../../config/plain";
import type { Environment } from "../../config/schema/environment";
import { synthesizeToMemory, type Workspace } from "../support/synth";

/** Another good value for each of those that are shipped as documentation. A new one needs a line. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  "example.com": "meridian.example.net",
  "00000000-0000-0000-0000-000000000000": "11111111-2222-3333-4444-555555555555",
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA you@example.com":
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB me@laptop",
  "203.0.113.7/32": "198.51.100.9/32",
  "00000000000000000000000000000000": "0123456789abcdef0123456789abcdef",
  "ghcr.io/meridian-platform/api:0.1.0": "ghcr.io/somebody/api:0.1.0",
  "000000000000": "123456789012",
  exampleregistry: "teamregistry",
  "arn:aws:iam::000000000000:role/platform": "arn:aws:iam::123456789012:role/operators",
  "gcp.example.com": "cats.example.net",
  "example-project": "team-project",
  "000000-000000-000000": "0A1B2C-3D4E5F-678901",
  "group:platform@example.com": "group:operators@example.net",
  "example-zone": "team-zone",
  "platform@example.com": "team@example.net",
  "example-org/meridian": "somebody/platform",
  "https://github.com/example-org/meridian": "https://github.com/somebody/platform",
};

/** What is shipped, and options through which its values get into more workspaces. */
const VARIANTS: readonly (readonly [string, keyof typeof environments, object])[] = [
  ...Object.keys(environments)
    .filter((name) => name !== "local") // has none, see below
    .map((name) => [name, name as keyof typeof environments, {}] as const),
  [
    "azure with its state in Azure and certificates by HTTP-01",
    "azure",
    {
      state: { kind: "azurerm", location: "westeurope", resourceGroup: "state", storageAccount: "state" },
      certificates: { kind: "letsencrypt", email: "platform@example.net", challenge: "http-01" },
    },
  ],
  [
    "aws with its state in S3 and a domain",
    "aws",
    {
      domain: "api.example.net",
      dns: { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" },
      certificates: { kind: "acm" },
      state: { kind: "s3", bucket: "meridian-state", location: "eu-central-1" },
    },
  ],
];

const shipped = (name: keyof typeof environments, change: object): Environment =>
  parseEnvironment(merge(plain(environments[name]).value, change).value, name, environments[name]);

/** The same environment with another value under one key. */
function replaced(name: keyof typeof environments, change: object, key: string): Environment {
  const input = structuredClone(merge(plain(environments[name]).value, change).value);
  const steps = key.replace(/\[(\d+)\]/g, ".$1").split(".");
  const owner = steps.slice(0, -1).reduce((value, step) => (value as never)[step], input) as Record<
    string,
    string
  >;
  const last = steps.at(-1) as string;
  const other = REPLACEMENTS[owner[last] as string];
  if (other === undefined) throw new Error(`${key}: no other value of ${owner[last]} is known here`);
  owner[last] = other;
  return parseEnvironment(input, name, environments[name]);
}

const messageOf = ({ variable }: Workspace): string => {
  const [rule] = (variable?.["documentation_values"]?.["validation"] ?? []) as { error_message: string }[];
  return rule?.error_message ?? "";
};

const without = (workspace: Workspace | undefined): unknown => {
  const { documentation_values: _, ...variable } = workspace?.variable ?? {};
  return { ...workspace, variable };
};

describe.each(VARIANTS)("%s", (_, name, change) => {
  const before = synthesizeToMemory([shipped(name, change)]).workspaces;
  const keys = placeholdersIn(shipped(name, change)).map(({ path: key }) => key);

  it.each(keys)("%s is refused in exactly the workspaces that it is in", (key) => {
    const after = synthesizeToMemory([replaced(name, change, key)]).workspaces;
    const ids = Object.keys(before);
    const changed = ids.filter(
      (id) => JSON.stringify(without(before[id])) !== JSON.stringify(without(after[id])),
    );
    expect(changed).not.toEqual([]);
    const names = (workspace: Workspace | undefined) =>
      workspace !== undefined &&
      messageOf(workspace)
        .split(/[;:.] |\.$/)
        .some((part) => part.trim() === key);
    expect(ids.filter((id) => names(before[id]))).toEqual(changed);
    expect(ids.filter((id) => names(after[id]))).toEqual([]);
  });
});

it("the quick start's environment asks for nothing", () => {
  const { workspaces } = synthesizeToMemory([shipped("local", {})]);
  expect(Object.values(workspaces).map(messageOf).join("")).toBe("");
});

describe.each([
  ["JSON", false],
  ["HCL", true],
])("in %s", (_, hcl) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-refused-"));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const terraform = (...args: string[]) =>
    spawnSync("terraform", args, {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: "/dev/null",
        CHECKPOINT_DISABLE: "1",
        TF_IN_AUTOMATION: "1",
      },
    });

  it("validate passes, and plan fails by naming the keys", () => {
    const { files } = synthesizeToMemory([shipped("azure", {})], { hcl });
    const file = hcl ? "cdk.tf" : "cdk.tf.json";
    const text = files[`stacks/azure-k3s-node-eu/${file}`] ?? "";
    const only = hcl
      ? (/^variable "documentation_values" \{\n[\s\S]*?^\}$/m.exec(text)?.[0] ?? "")
      : JSON.stringify({ variable: (JSON.parse(text) as Workspace).variable });
    fs.writeFileSync(path.join(folder, file), only);
    terraform("init");
    expect(terraform("validate").status).toBe(0);
    const { status, stderr } = terraform("plan", "-no-color");
    expect(status).toBe(1);
    const said = stderr.replace(/\s*│?\s+/g, " ");
    expect(said).toContain("infrastructure.subscriptionId; infrastructure.sshPublicKey");
    expect(terraform("plan", "-var", "documentation_values=accept").status).toBe(0);
  });
});
