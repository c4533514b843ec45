import fs from "node:fs";
import path from "node:path";
import { applyMarkdown } from "../../delivery/report/apply";
import { planJson, planMarkdown, planText } from "../../delivery/report/plan";
import { kinds, Life } from "./fixtures/life";

jest.setTimeout(240_000); // Terraform runs many times, maybe on a busy machine

const TOKEN = "canary-token-4711";
process.env["TF_VAR_token"] = TOKEN;

const life = new Life();
beforeAll(() => life.begin());
afterAll(() => life.end());

const EU = { zone: "1" };
const US = { zone: "1" };

/** A life in order: each part goes on where the one before ended. */
describe("the first commit", () => {
  let plans: Awaited<ReturnType<Life["plan"]>>;

  it("is planned for real where nothing is read, and previewed elsewhere", async () => {
    life.commit({ regions: { eu: EU, us: US } });
    plans = await life.plan({ all: true });
    expect(kinds(plans)).toEqual({
      "network-eu": "plan",
      "network-us": "plan",
      "node-eu": "preview",
      "node-us": "preview",
      lb: "preview",
    });
  });

  it("shows no secret in reports, and keeps what may hold one encrypted", async () => {
    const files = fs.readdirSync(plans.out, { recursive: true, encoding: "utf8" });
    const kept = files.filter((file) => fs.statSync(path.join(plans.out, file)).isFile());
    expect(kept.filter((file) => !file.endsWith(".age"))).toEqual(["reviewed.json"]);
    const shown = [planText(plans, "out"), planJson(plans), planMarkdown(plans)].join();
    const written = kept.map((file) => fs.readFileSync(path.join(plans.out, file), "latin1")).join();
    expect(shown + written).not.toContain(TOKEN);
    expect(planMarkdown(plans)).toMatch(/`demo-node-eu` \| \*\*PREVIEW, cannot be applied\*\*/);
  });

  it("keeps no plan of a preview that anything could apply (mocked outputs in plans)", () => {
    expect(fs.readdirSync(path.join(plans.out, "demo-node-eu"))).toEqual(["changes.age"]);
    expect(fs.readdirSync(path.join(plans.out, "demo-network-eu")).sort()).toEqual([
      "changes.age",
      "terraform.plan.age",
    ]);
  });

  it("is applied wave by wave, later waves planned once their producers are there, in the same run", async () => {
    expect(plans.reviewed.waves).toEqual([
      ["demo-network-eu"],
      ["demo-node-eu", "demo-network-us"],
      ["demo-node-us", "demo-lb"],
    ]);
    const run = await life.apply(plans.out);
    expect(run.results.map(({ workspace, detail }) => `${workspace}: ${detail}`)).toEqual([
      "demo-network-eu: 3 resources, as reviewed",
      "demo-node-eu: 10 resources, planned for real, as it is new",
      "demo-network-us: 3 resources, as reviewed",
      "demo-node-us: 10 resources, planned for real, as it is new",
      "demo-lb: 1 resource, planned for real, as it is new",
    ]);
    const key = life.state("demo-network-eu").outputs.key.value as string;
    expect(applyMarkdown(run) + planMarkdown(plans)).not.toContain(key);
  });

  it("leaves nothing to plan", async () => {
    expect(kinds(await life.plan())).toEqual({});
  });
});

describe("a change in one region", () => {
  it("plans that workspace, and none whose inputs stay as they are", async () => {
    life.commit({ regions: { eu: EU, us: { ...US, tag: "b" } } });
    const plans = await life.plan({ base: "HEAD~1" });
    expect(kinds(plans)).toEqual({ "network-us": "plan", "node-us": "unaffected", lb: "unaffected" });
    expect(await life.applied(plans.out)).toEqual({ "network-us": "applied" });
  });

  it("that changes an output replans its reader: of ten resources one is changed, and none created", async () => {
    life.commit({ regions: { eu: { zone: "2" }, us: { ...US, tag: "b" } } });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ "network-eu": "plan", "node-eu": "preview", lb: "unaffected" });
    const { changes } = plans.planned.find(({ workspace }) => workspace === "demo-node-eu")?.reviewed ?? {};
    expect(changes).toEqual([
      expect.objectContaining({
        address: "azurerm_resource_group.G0",
        action: "update",
        attributes: ["tags"],
      }),
    ]);
    const { results } = await life.apply(plans.out);
    expect(results.map(({ workspace, detail }) => `${workspace}: ${detail}`)).toEqual([
      "demo-network-eu: 0 resources, as reviewed",
      "demo-node-eu: 1 resource, planned for real, as previewed",
    ]);
  });
});

describe("two runs at once", () => {
  it("wait for each other, and what is done is done once", async () => {
    life.commit({ regions: { eu: { zone: "2", tag: "c" }, us: { ...US, tag: "b" } } });
    const plans = await life.plan();
    life.faults.push({ kind: "slow", type: "azurerm_public_ip" });
    const calls = life.world.calls.length;
    const both = await Promise.all([life.applied(plans.out), life.applied(plans.out)]);
    life.faults.splice(0);
    expect(both.map((run) => run["network-eu"]).sort()).toEqual(["applied", "unchanged"]);
    const updates = life.world.calls.slice(calls).filter(({ action }) => action === "update");
    expect(updates).toHaveLength(1);
  });
});

describe("a plan that is stale", () => {
  const touch = () => {
    const file = path.join(life.project, "state/demo-network-eu.tfstate");
    const state = JSON.parse(fs.readFileSync(file, "utf8"));
    fs.writeFileSync(file, JSON.stringify({ ...state, serial: state.serial + 1 }));
  };

  it("is made anew, and applied where it comes to the same", async () => {
    life.commit({ regions: { eu: { zone: "2", tag: "d" }, us: { ...US, tag: "b" } } });
    const plans = await life.plan();
    touch();
    const { results } = await life.apply(plans.out);
    expect(results[0]?.detail).toBe("1 resource, planned anew since its state changed; as reviewed");
  });

  it("is refused with the difference where it does not, until that is approved", async () => {
    life.commit({ regions: { eu: { zone: "2", tag: "e" }, us: { ...US, tag: "b" } } });
    const plans = await life.plan();
    touch();
    life.meddle("azurerm_resource_group", true);
    const calls = life.world.calls.length;
    const { results } = await life.apply(plans.out);
    expect(results[0]).toMatchObject({
      outcome: "stopped",
      differences: ["azurerm_resource_group.Group: update, which was not reviewed"],
    });
    expect(life.world.calls.slice(calls).filter(({ action }) => action === "update")).toEqual([]);
    expect(await life.applied(plans.out)).toEqual({ "network-eu": "stopped" });
    const approval = /--continue (\S+)/.exec(results[0]?.detail ?? "")?.[1];
    expect(await life.applied(plans.out, { continue: approval })).toEqual({ "network-eu": "applied" });
    life.meddle("azurerm_resource_group", false);
  });
});

describe("an apply that fails", () => {
  let out: string;

  it("stops what needs it, and the rest goes on", async () => {
    life.commit({ regions: { eu: { zone: "2" }, us: { ...US, tag: "b" }, ap: { zone: "1" } } });
    ({ out } = await life.plan());
    life.faults.push({ kind: "fail", type: "random_password" });
    expect(await life.applied(out)).toEqual({
      "network-eu": "applied",
      "network-ap": "failed",
      "node-ap": "skipped",
      lb: "skipped",
    });
    life.faults.splice(0);
  });

  it("loses nothing: the next plan has all that is left, without a base", async () => {
    expect(kinds(await life.plan())).toEqual({ "network-ap": "plan", "node-ap": "preview", lb: "plan" });
  });

  it("resumes where it was", async () => {
    const { results } = await life.apply(out);
    expect(results.map(({ workspace, outcome }) => [workspace, outcome])).toEqual([
      ["demo-network-eu", "unchanged"],
      ["demo-network-ap", "applied"],
      ["demo-node-ap", "applied"],
      ["demo-lb", "applied"],
    ]);
  });
});

describe("drift", () => {
  it("is found, and repaired by a plan of everything", async () => {
    life.meddle("azurerm_public_ip", true);
    const found = await life.drifted();
    const differing = found.workspaces.filter(({ changes }) => changes.length > 0);
    expect(differing.map(({ workspace }) => workspace)).toEqual([
      "demo-network-ap",
      "demo-network-eu",
      "demo-network-us",
    ]);
    const plans = await life.plan({ all: true });
    life.meddle("azurerm_public_ip", false);
    expect(await life.applied(plans.out)).toMatchObject({ "network-eu": "applied", "node-eu": "unchanged" });
    const after = await life.drifted();
    expect(after.workspaces.filter(({ changes }) => changes.length > 0)).toEqual([]);
  });
});

describe("a workspace that is renamed", () => {
  it("keeps its state, which is moved, and loses nothing", async () => {
    const { lineage, resources } = life.state("demo-lb");
    life.commit({
      regions: { eu: { zone: "2" }, us: { ...US, tag: "b" }, ap: { zone: "1" } },
      balancer: "demo-entry",
    });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ entry: "move" });
    expect(plans.reviewed.workspaces[0]?.changes).toEqual([]);
    expect(await life.applied(plans.out)).toEqual({ entry: "unchanged" });
    expect(life.state("demo-entry")).toMatchObject({ lineage, resources });
    expect(life.state("demo-lb")).toBeUndefined();
    expect(kinds(await life.plan())).toEqual({});
  });
});

describe("a region that is removed (deleted stacks, and their order)", () => {
  const left = { eu: { zone: "2" }, us: { ...US, tag: "b" } };
  let plans: Awaited<ReturnType<Life["plan"]>>;

  it("stays planned for destruction however many commits pass, readers first", async () => {
    life.commit({ regions: left, balancer: "demo-entry" });
    life.commit({ regions: left, balancer: "demo-entry", size: "large" });
    plans = await life.plan();
    expect(kinds(plans)).toEqual({
      "node-eu": "plan",
      "node-us": "plan",
      entry: "plan",
      "network-ap": "destroy",
      "node-ap": "destroy",
    });
    expect(plans.reviewed.waves.slice(-2)).toEqual([["demo-node-ap"], ["demo-network-ap"]]);
  });

  it("is not destroyed before what would be lost is allowed by name", async () => {
    expect(planText(plans, "out")).toMatch(
      /^demo-node-ap\/[\s\S]*\ndemo-network-ap\/azurerm_public_ip\.Address would be destroyed[\s\S]*\nplan {5}demo-node-eu/,
    );
    await expect(life.apply(plans.out)).rejects.toThrow(
      "demo-network-ap/azurerm_public_ip.Address would be destroyed, and with it goes",
    );
    expect(life.state("demo-network-ap").resources).toHaveLength(3);
  });

  it("is destroyed in order, and its states are archived", async () => {
    const { results } = await life.apply(plans.out, {
      allowReplace: ["demo-network-ap/*", "demo-node-ap/azurerm_resource_group.*"],
    });
    expect(results.map(({ workspace, outcome }) => `${workspace} ${outcome}`).slice(-2)).toEqual([
      "demo-node-ap destroyed",
      "demo-network-ap destroyed",
    ]);
    const states = fs.readdirSync(path.join(life.project, "state"));
    expect(states.filter((file) => /-ap\.tfstate/.test(file))).toEqual([]);
    expect(states.filter((file) => /-ap\.archived-\d+\.tfstate$/.test(file))).toHaveLength(2);
    expect(kinds(await life.plan())).toEqual({});
  });
});
