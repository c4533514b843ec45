import fs from "node:fs";
import path from "node:path";
import { rehearse } from "../../rehearsal/rehearse";
import { PROJECT } from "../rehearsal/fixtures/command";
import { kinds, Life } from "./fixtures/life";
import { openTofu } from "./fixtures/opentofu";
import { workspacesOf, write } from "./fixtures/program";

jest.setTimeout(240_000); // it runs many times, maybe on a busy machine

process.env["TF_VAR_token"] = "canary-token-4711";

const life = new Life();
beforeAll(async () => {
  process.env["MERIDIAN_TERRAFORM"] = openTofu();
  await life.begin();
}, 1_200_000);
afterAll(() => {
  life.end();
  delete process.env["MERIDIAN_TERRAFORM"];
});

const EU = { zone: "1" };

it("rehearses: up, a second plan that is empty, and down again", async () => {
  const folder = path.join(life.root, "rehearsed/cdktf.out");
  write(folder, workspacesOf({ regions: { eu: EU } }));
  const report = await rehearse({ folder, environments: [], project: PROJECT });
  expect(report.workspaces.flatMap(({ findings }) => findings)).toEqual([]);
  expect(report).toMatchObject({ ok: true, terraform: expect.stringMatching(/^1\.1\d\.\d+$/) });
});

describe("the pipeline", () => {
  it("takes over states that Terraform wrote, and finds nothing to change", async () => {
    life.commit({ regions: { eu: EU } });
    const tofu = process.env["MERIDIAN_TERRAFORM"];
    delete process.env["MERIDIAN_TERRAFORM"];
    await life.apply((await life.plan({ all: true })).out);
    process.env["MERIDIAN_TERRAFORM"] = tofu;
    const { reviewed } = await life.plan({ all: true });
    expect(reviewed.engine).toMatch(/^OpenTofu v1\.1\d\.\d+$/);
    expect(reviewed.workspaces.map(({ workspace, changes }) => [workspace, changes])).toEqual([
      ["demo-network-eu", []],
      ["demo-node-eu", []],
      ["demo-lb", []],
    ]);
  });

  it("plans and applies what is new, later waves in the same run", async () => {
    life.commit({ regions: { eu: EU, us: EU } });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ "network-us": "plan", "node-us": "preview", lb: "preview" });
    expect(await life.applied(plans.out)).toEqual({
      "network-us": "applied",
      "node-us": "applied",
      lb: "applied",
    });
    expect(kinds(await life.plan())).toEqual({});
  });

  it("previews readers from a copy of the real state, and applies what comes to the same", async () => {
    life.commit({ regions: { eu: { zone: "2" }, us: EU } });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ "network-eu": "plan", "node-eu": "preview", lb: "unaffected" });
    const { results } = await life.apply(plans.out);
    expect(results.map(({ detail }) => detail)).toEqual([
      "0 resources, as reviewed",
      "1 resource, planned for real, as previewed",
    ]);
  });

  it("finds drift", async () => {
    life.meddle("azurerm_public_ip", true);
    const { workspaces } = await life.drifted();
    life.meddle("azurerm_public_ip", false);
    expect(workspaces.filter(({ changes }) => changes.length > 0).map(({ workspace }) => workspace)).toEqual([
      "demo-network-eu",
      "demo-network-us",
    ]);
  });

  it("refuses plans of Terraform's", async () => {
    const { out } = await life.plan({ all: true });
    const file = path.join(out, "reviewed.json");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/OpenTofu v[\d.]+/, "Terraform v1.11.4"));
    await expect(life.apply(out)).rejects.toThrow(
      /^the plans are Terraform v1\.11\.4's, and this is OpenTofu v/,
    );
  });
});
