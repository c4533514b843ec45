import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bringUp, rehearse } from "../../rehearsal/rehearse";
import { Upgrade } from "../../rehearsal/upgrade";
import { readObjects } from "../../rehearsal/world/states";
import { PROJECT } from "./fixtures/command";
import { writeSynthesized } from "./fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "versions-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const base = { environments: [], project: PROJECT };

const synthesized = (name: string, secret: object) =>
  writeSynthesized(path.join(temporary, name, "cdktf.out"), {
    "demo-one": {
      terraform: {
        required_providers: { kubernetes: { source: "hashicorp/kubernetes" } },
        backend: { local: { path: "../../../state/demo-one.tfstate" } },
      },
      provider: { kubernetes: [{ host: "https://192.0.2.1:6443" }] },
      variable: { token: { type: "string", sensitive: true } },
      resource: {
        kubernetes_secret_v1: { It: { metadata: [{ name: "it", namespace: "default" }], ...secret } },
      },
    },
  });

const writeOnly = (revision: number) => ({ data_wo: { token: "${var.token}" }, data_wo_revision: revision });

/** What Terraform changes of a Secret that an apply made. */
async function changes(earlier: object, later: object) {
  const name = String(fs.readdirSync(temporary).length);
  const work = path.join(temporary, `${name}-work`);
  expect(await bringUp({ ...base, folder: synthesized(`${name}-earlier`, earlier), work })).toEqual([]);
  const folder = synthesized(`${name}-later`, later);
  const report = await rehearse({ ...base, folder, work, destroy: false, upgrade: new Upgrade([]) });
  expect(report.ok).toBe(true);
  return report.workspaces.flatMap((workspace) => workspace.changes ?? []);
}

it("a Secret is written again, in place, when its revision is another one, and not before", async () => {
  expect(await changes(writeOnly(1), writeOnly(1))).toEqual([]);
  expect(await changes(writeOnly(1), writeOnly(2))).toEqual([
    expect.objectContaining({ action: "update", attributes: ["data_wo_revision"] }),
  ]);
});

it("a Secret that an earlier version of the platform wrote stays where it is", async () => {
  const [change, ...others] = await changes({ data: { token: "${var.token}" } }, writeOnly(1));
  expect([change?.action, others]).toEqual(["update", []]);
});

it("the keys of what is write-only are noted beside the Secret, never its values", async () => {
  const work = path.join(temporary, "keys-work");
  expect(await bringUp({ ...base, folder: synthesized("keys", writeOnly(1)), work })).toEqual([]);
  const [secret] = readObjects("demo-one", path.join(work, "state/demo-one.tfstate"));
  expect(secret).toMatchObject({ type: "kubernetes_secret_v1", hidden: { data_wo: ["token"] } });
});
