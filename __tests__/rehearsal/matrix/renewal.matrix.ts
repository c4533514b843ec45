import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Stage, type Staged } from "../../../rehearsal/stage";
import { Terraform } from "../../../rehearsal/terraform";
import { synthesize } from "../../../stacks/synthesis";
import { environment } from "../../support/synth";

const TLS = "registry.terraform.io/hashicorp/tls";

/** A mirror of real providers: the program decides when a certificate is due, so without it there is nothing to see. */
const mirror = process.env["MERIDIAN_PROVIDERS"];
const withProvider = mirror
  ? it
  : (name: string, _: () => Promise<void>) =>
      it.skip(`${name} (MERIDIAN_PROVIDERS names no mirror)`, () => {});

jest.setTimeout(120_000);

const root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-renewal-"));
const terraform = new Terraform();
let stage: Stage;
afterAll(() => {
  stage?.close();
  fs.rmSync(root, { recursive: true });
});

const staged = (id: string): Staged => {
  const found = stage.workspaces.find(({ listed }) => listed.id === id);
  if (!found) throw new Error(`no workspace ${id}`);
  return found;
};

/** The provider's own program makes keys and certificates; clusters are emulated. */
async function environmentOf(workspace: Staged): Promise<Record<string, string>> {
  const variables = await stage.provide(workspace);
  const emulated = JSON.parse(variables["TF_REATTACH_PROVIDERS"] ?? "{}") as Record<string, unknown>;
  delete emulated[TLS];
  const settings = path.join(root, "terraform.rc");
  const place = `path = ${JSON.stringify(path.resolve(mirror as string))}`;
  fs.writeFileSync(settings, `provider_installation {\n  filesystem_mirror {\n    ${place}\n  }\n}\n`);
  return {
    ...variables,
    TF_CLI_CONFIG_FILE: settings,
    TF_REATTACH_PROVIDERS: JSON.stringify(emulated),
  };
}

async function apply(id: string) {
  const workspace = staged(id);
  const variables = await environmentOf(workspace);
  const run = (...args: string[]) => terraform.run(args, workspace.directory, variables);
  expect((await run("init", "-json")).errors).toEqual([]);
  const { errors, summary } = await run("apply", "-auto-approve", "-json");
  expect(errors).toEqual([]);
  return summary;
}

const stateOf = (id: string) =>
  JSON.parse(fs.readFileSync(staged(id).state, "utf8")) as {
    outputs: Record<string, { value: string }>;
    resources: { type: string; instances: { attributes: { data?: Record<string, string> } }[] }[];
  };

const served = () =>
  new X509Certificate(stateOf("local-pki").outputs["eu-certificate"]?.value as string).serialNumber;

const inCluster = () => {
  const [certificate] = stateOf("local-api-deploy-eu")
    .resources.filter(({ type }) => type === "kubernetes_secret_v1")
    .flatMap(({ instances }) => instances.map(({ attributes: { data } }) => data?.["tls.crt"] ?? []))
    .flat();
  return new X509Certificate(certificate as string).serialNumber;
};

/** Brings the day near on which certificates are due: all of their life is "early". */
function makeDue(id: string): void {
  const file = path.join(staged(id).directory, "cdk.tf.json");
  const text = fs.readFileSync(file, "utf8");
  const workspace = JSON.parse(text) as {
    resource: { tls_locally_signed_cert: Record<string, Record<string, number>> };
  };
  for (const certificate of Object.values(workspace.resource.tls_locally_signed_cert)) {
    certificate["early_renewal_hours"] = certificate["validity_period_hours"] as number;
  }
  fs.writeFileSync(file, JSON.stringify(workspace));
}

withProvider("a certificate that the tls provider renews reaches the Secret, in place", async () => {
  const folder = path.join(root, "cdktf.out");
  synthesize([environment("local")], { outdir: folder, hcl: false });
  const workspaces = ["local-pki", "local-api-deploy-eu"];
  stage = await Stage.open({
    folder,
    environments: [],
    workspaces,
    project: path.join(__dirname, "../../.."),
    work: path.join(root, "work"),
    canaries: false,
  });
  for (const id of workspaces) await apply(id);
  const before = served();
  expect(inCluster()).toBe(before);
  for (const id of workspaces) expect(await apply(id)).toMatchObject({ add: 0, change: 0, remove: 0 });

  makeDue("local-pki");
  const renewed = await apply("local-pki");
  expect(renewed).toMatchObject({ change: 0 });
  expect(renewed.add).toBe(renewed.remove);
  expect(served()).not.toBe(before);
  expect(inCluster()).toBe(before);
  expect(await apply("local-api-deploy-eu")).toMatchObject({ add: 0, change: 1, remove: 0 });
  expect(inCluster()).toBe(served());
});
