import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bringUp, type Report, rehearse } from "../../../rehearsal/rehearse";
import { Upgrade } from "../../../rehearsal/upgrade";
import { synthesize } from "../../../stacks/synthesis";
import { byArgoCd } from "../../support/delivery";
import { findingsOf } from "../fixtures/report";

/*
 * What happens to a platform that stands: a load balancer gets another address, and an authority comes into the years in which it is
 * renewed. The real Terraform plans and applies both over states that say so.
 */
jest.setTimeout(240_000);

const root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-vultr-later-"));
const folder = path.join(root, "cdktf.out");
const up = path.join(root, "up");
const options = { folder, environments: ["vultr"], project: path.join(__dirname, "../../..") };

beforeAll(async () => {
  synthesize(
    [
      byArgoCd((input) => {
        input.monitoring = { ...input.monitoring, hub: { cluster: "tooling" } };
      }),
    ],
    { outdir: folder, hcl: false },
  );
  expect(await bringUp({ ...options, work: up })).toEqual([]);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const stateFile = (work: string, workspace: string) => path.join(work, "state", `${workspace}.tfstate`);
const outputOf = (work: string, workspace: string, name: string): string =>
  JSON.parse(fs.readFileSync(stateFile(work, workspace), "utf8")).outputs[name].value;

/** Changes a state behind Terraform's back, and gives what an apply of everything then changes, by workspace. */
async function later(name: string, workspace: string, change: (state: string) => string) {
  const work = path.join(root, name);
  fs.cpSync(up, work, { recursive: true });
  const file = stateFile(work, workspace);
  fs.writeFileSync(file, change(fs.readFileSync(file, "utf8")));
  const report = await rehearse({
    ...options,
    work,
    destroy: false,
    upgrade: new Upgrade([]),
  });
  return { work, report, changed: changedIn(report) };
}

const changedIn = ({ workspaces }: Report): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    workspaces.flatMap(({ workspace, changes = [] }) =>
      changes.length === 0
        ? []
        : [[workspace, changes.map(({ action, address }) => `${action} ${address.split(".")[0]}`)]],
    ),
  );

it("another address is another name, which everything in the cluster follows in place, and Argo CD; no other cluster changes", async () => {
  const before = outputOf(up, "vultr-cluster-addons-eu-west", "address");
  const { report, changed, work } = await later("address", "vultr-cluster-addons-eu-west", (state) =>
    state.replaceAll(before, "198.51.100.99"),
  );
  expect(findingsOf(report)).toEqual([]);
  expect(Object.keys(changed).sort()).toEqual([
    "vultr-api-deploy-eu-west",
    "vultr-gitops-eu-west",
    "vultr-monitoring-eu-west",
  ]);
  expect(
    Object.values(changed)
      .flat()
      .every((each) => /^(update|replace) /.test(each)),
  ).toBe(true);
  expect(changed["vultr-api-deploy-eu-west"]).toContain("update helm_release");
  expect(changed["vultr-gitops-eu-west"]).toEqual(["update kubernetes_secret_v1"]);
  expect(outputOf(work, "vultr-api-deploy-eu-west", "host")).toBe("paris-cluster.198.51.100.99.nip.io");
});

it("an authority is renewed where it is due, and reaches its own cluster alone", async () => {
  const soon = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().replace(/\.\d+Z$/, "Z");
  const { report, changed } = await later("renewal", "vultr-pki", (text) => {
    const state = JSON.parse(text);
    for (const { type, name, instances } of state.resources) {
      if (type !== "tls_locally_signed_cert" || !/eu-west/.test(name)) continue;
      instances[0].attributes.validity_end_time = soon;
    }
    return JSON.stringify(state);
  });
  expect(findingsOf(report)).toEqual([]);
  expect(Object.keys(changed).sort()).toEqual(["vultr-cluster-addons-eu-west", "vultr-pki"]);
  expect(changed["vultr-pki"]).toEqual(["replace tls_locally_signed_cert", "update output"]);
  expect(changed["vultr-cluster-addons-eu-west"]).toEqual(["update kubernetes_secret_v1"]);
});
