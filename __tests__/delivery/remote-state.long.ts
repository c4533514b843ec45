import { kinds, Life } from "./fixtures/life";
import { ObjectStore } from "./fixtures/s3";

jest.setTimeout(240_000); // Terraform runs many times, maybe on a busy machine

process.env["TF_VAR_token"] = "canary-token-4711";

const life = new Life();
const store = new ObjectStore("states");
beforeAll(async () => {
  await life.begin();
  await store.begin();
});
afterAll(async () => {
  await store.end();
  life.end();
});

const EU = { zone: "1" };
const US = { zone: "1" };
const { bucket } = store;

/** Terraform's own backend against a store that speaks S3; each part goes on where the one before ended. */
describe("states in a bucket of S3", () => {
  it("are made by the first apply, with a record beside them and no lock left", async () => {
    life.commit({ bucket, regions: { eu: EU, us: US } });
    const plans = await life.plan({ all: true });
    expect(await life.applied(plans.out)).toEqual({
      "network-eu": "applied",
      "node-eu": "applied",
      "network-us": "applied",
      "node-us": "applied",
      lb: "applied",
    });
    expect(await store.keys()).toEqual([
      "demo-applied.tfstate",
      "demo-lb.tfstate",
      "demo-network-eu.tfstate",
      "demo-network-us.tfstate",
      "demo-node-eu.tfstate",
      "demo-node-us.tfstate",
    ]);
    expect(kinds(await life.plan())).toEqual({});
  });

  it("are read for previews, and by readers that are planned for real", async () => {
    life.commit({ bucket, regions: { eu: { zone: "2" }, us: US } });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ "network-eu": "plan", "node-eu": "preview", lb: "unaffected" });
    const { results } = await life.apply(plans.out);
    expect(results.map(({ detail }) => detail)).toEqual([
      "0 resources, as reviewed",
      "1 resource, planned for real, as previewed",
    ]);
  });

  it("are locked by a file beside them: of two runs at once one applies, the other finds it done", async () => {
    life.commit({ bucket, regions: { eu: { zone: "2", tag: "c" }, us: US } });
    const plans = await life.plan();
    life.faults.push({ kind: "slow", type: "azurerm_public_ip" });
    const calls = life.world.calls.length;
    const both = await Promise.all([life.applied(plans.out), life.applied(plans.out)]);
    life.faults.splice(0);
    expect(both.map((run) => run["network-eu"]).sort()).toEqual(["applied", "unchanged"]);
    expect(life.world.calls.slice(calls).filter(({ action }) => action === "update")).toHaveLength(1);
  });

  it("of what is renamed are moved, and what is left in the old place is empty", async () => {
    life.commit({ bucket, regions: { eu: { zone: "2", tag: "c" }, us: US }, balancer: "demo-entry" });
    const plans = await life.plan();
    expect(kinds(plans)).toEqual({ entry: "move" });
    const { results } = await life.apply(plans.out);
    expect(results).toEqual([expect.objectContaining({ workspace: "demo-entry", outcome: "unchanged" })]);
    expect(await store.keys()).toContain("demo-entry.tfstate");
    expect(kinds(await life.plan())).toEqual({});
  });

  it("of what is removed are emptied and put aside", async () => {
    life.commit({ bucket, regions: { eu: { zone: "2", tag: "c" } }, balancer: "demo-entry" });
    const plans = await life.plan();
    const { results } = await life.apply(plans.out, { allowReplace: ["*"] });
    expect(results.map(({ workspace, outcome }) => `${workspace} ${outcome}`).slice(-2)).toEqual([
      "demo-node-us destroyed",
      "demo-network-us destroyed",
    ]);
    const aside = (kind: string) => expect.stringMatching(`^demo-${kind}-us\\.archived-\\d+\\.tfstate$`);
    expect(await store.keys()).toEqual(expect.arrayContaining([aside("network"), aside("node")]));
    expect(kinds(await life.plan())).toEqual({});
  });

  it("that nobody can reach are named, and nothing is planned", async () => {
    life.commit({ bucket: "elsewhere", regions: { eu: EU } });
    await expect(life.plan({ all: true })).rejects.toThrow(/s3 demo-applied\.tfstate: [\s\S]*elsewhere/);
  });

  it("without credentials are named as well", async () => {
    life.commit({ bucket, regions: { eu: EU } });
    const { AWS_ACCESS_KEY_ID: key } = process.env;
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
    });
    delete process.env["AWS_ACCESS_KEY_ID"];
    await expect(life.plan({ all: true })).rejects.toThrow(
      /^s3 demo-applied\.tfstate: [\s\S]*No valid credential sources found/,
    );
    process.env["AWS_ACCESS_KEY_ID"] = key;
  });
});
