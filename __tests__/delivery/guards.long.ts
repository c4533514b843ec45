import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { type Kept, synthesizeKept } from "../../delivery/changes/revision";
import { PROJECT, run } from "../rehearsal/fixtures/command";
import { kinds, Life } from "./fixtures/life";

jest.setTimeout(120_000); // Terraform runs many times, maybe on a busy machine

process.env["TF_VAR_token"] = "a token";

const life = new Life();
const ONE = { regions: { eu: { zone: "1" } } };
let plans: Awaited<ReturnType<Life["plan"]>>;

beforeAll(async () => {
  await life.begin();
  life.commit(ONE);
  plans = await life.plan({ all: true });
});
afterAll(() => life.end());

/** A command of the pipeline, as npm starts it. */
const command = (name: string, ...args: string[]) =>
  run(
    process.execPath,
    ["--import", "tsx", path.join(PROJECT, `delivery/command/${name}.ts`), ...args],
    {
      XDG_CACHE_HOME: process.env["XDG_CACHE_HOME"],
      TF_REATTACH_PROVIDERS: process.env["TF_REATTACH_PROVIDERS"],
    },
    undefined,
    life.project,
  );

/** Nothing may have reached the cloud. */
const untouched = async (act: () => Promise<unknown>) => {
  const calls = life.world.calls.length;
  await act();
  const changing = life.world.calls.slice(calls).filter(({ action }) => /create|update|destroy/.test(action));
  expect(changing).toEqual([]);
};

const refused = (act: () => Promise<unknown>, says: string | RegExp) =>
  untouched(() => expect(act()).rejects.toThrow(says));

describe("a base", () => {
  it("that is no commit is named", () =>
    refused(() => life.plan({ base: "no-such" }), "revision no-such: no such commit, branch or tag"));

  it("that a shallow clone lacks is named with what to do", async () => {
    life.commit(ONE);
    const shallow = path.join(life.root, "shallow");
    execFileSync("git", [
      "clone",
      "--quiet",
      "--depth=1",
      `file://${life.root}/remote.git`,
      "--branch=main",
      shallow,
    ]);
    fs.symlinkSync(path.join(PROJECT, "node_modules"), path.join(shallow, "node_modules"));
    const args = ["--import", "tsx", path.join(PROJECT, "delivery/command/changes.ts"), "--base", "HEAD~1"];
    const { code, stderr } = await run(process.execPath, args, {}, undefined, shallow);
    expect([code, stderr]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
    life.git("reset", "--quiet", "--hard", "HEAD~1");
  });

  it("that does not synthesize is named, with a way out", async () => {
    const head = life.git("rev-parse", "HEAD");
    life.write("main.ts", 'throw new Error("half done");');
    life.git("commit", "--quiet", "--all", "--message", "broken");
    life.git("revert", "--no-edit", "HEAD");
    const { code, stderr } = await command("changes", "--base", "HEAD~1");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/half done[\s\S]*--all takes every workspace for changed/),
    ]);
    life.git("reset", "--quiet", "--hard", head);
  });

  it("is synthesized once, and kept: what is in the cache is taken for it", async () => {
    life.commit(ONE);
    expect(await command("changes", "--base", "HEAD~1")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("3 untouched"),
    });
    const cache = path.join(life.root, "cache/meridian/revisions");
    const base = life.git("rev-parse", "HEAD~1");
    const kept = path.join(cache, fs.readdirSync(cache).find((name) => name.startsWith(base)) as string);
    const manifest = JSON.parse(fs.readFileSync(path.join(kept, "manifest.json"), "utf8"));
    delete manifest.stacks["demo-lb"];
    fs.writeFileSync(path.join(kept, "manifest.json"), JSON.stringify(manifest));
    const { stdout } = await command("changes", "--base", "HEAD~1");
    expect(stdout).toContain("1 added, 2 untouched");
    fs.rmSync(kept, { recursive: true });
    life.git("reset", "--quiet", "--hard", "HEAD~1");
  });

  it("is kept once where several runs synthesize it at the same time", async () => {
    const base = life.commit({ regions: { eu: { zone: "3" } } });
    const roots = ["one", "other"].map((name) => path.join(life.root, "at-once", name));
    const kept = await Promise.all(roots.map((root) => synthesizeKept(base, life.project, root, undefined)));
    const { folder } = kept[0] as Kept;
    expect(kept).toEqual(roots.map(() => ({ commit: base, folder })));
    expect(fs.existsSync(path.join(folder, "manifest.json"))).toBe(true);
    const ofIt = fs.readdirSync(path.dirname(folder)).filter((name) => name.startsWith(base));
    expect(ofIt).toEqual([path.basename(folder)]);
    life.git("reset", "--quiet", "--hard", "HEAD~1");
  });

  it("or --all is asked for", async () => {
    expect(await command("changes")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--base origin/main"),
    });
  });
});

it("what is not committed is not planned", async () => {
  life.write("notes.txt", "");
  await refused(
    () => life.plan({ all: true }),
    "not committed, so it cannot be reviewed and carried over: notes.txt",
  );
  fs.rmSync(path.join(life.project, "notes.txt"));
});

it("in CI a plan without a recipient is refused: its key would go with the machine", async () => {
  const { code, stderr } = await command("plan", "--all", "--out", path.join(life.root, "ci"));
  expect([code, stderr]).toEqual([2, expect.stringContaining("MERIDIAN_PLAN_RECIPIENT")]);
});

it("a program that is neither Terraform nor OpenTofu is named", async () => {
  process.env["MERIDIAN_TERRAFORM"] = "/no/such/terraform";
  await refused(() => life.plan({ all: true }), "/no/such/terraform: no such program");
  delete process.env["MERIDIAN_TERRAFORM"];
});

it("a folder of something else is never written to", () =>
  refused(() => life.plan({ all: true, out: life.project }), "not empty, and no plans of this pipeline"));

describe("plans", () => {
  it("of another commit are refused", async () => {
    const head = life.git("rev-parse", "HEAD");
    life.commit({ regions: { eu: { zone: "2" } } });
    await refused(
      () => life.apply(plans.out),
      /the plans are of commit [0-9a-f]{12}, and [0-9a-f]{12} is checked out/,
    );
    life.git("reset", "--quiet", "--hard", head);
  });

  it("that are not those that were approved are refused", () =>
    refused(() => life.apply(plans.out, { digest: "0123" }), "not the plans that were approved"));

  it.each(["terraform.plan.age", "changes.age"])("with a tampered %s are refused", async (name) => {
    const copy = path.join(life.root, `tampered ${name}`);
    fs.cpSync(plans.out, copy, { recursive: true });
    fs.appendFileSync(path.join(copy, "demo-network-eu", name), "x");
    await refused(() => life.apply(copy), "not the file that was reviewed; nothing is applied");
  });

  it("of which one was exchanged for another are refused", async () => {
    const copy = path.join(life.root, "exchanged");
    const other = await life.plan({ all: true });
    fs.cpSync(other.out, copy, { recursive: true });
    const { recipients, seal } = await import("../../delivery/reviewed/seal");
    const file = path.join(copy, "demo-network-eu/changes.age");
    await seal(Buffer.from("[]"), file, await recipients(undefined));
    const reviewed = JSON.parse(fs.readFileSync(path.join(copy, "reviewed.json"), "utf8"));
    const { digestOf } = await import("../../delivery/changes/blocks");
    const entry = reviewed.workspaces.find(
      ({ workspace }: { workspace: string }) => workspace === "demo-network-eu",
    );
    entry.sealed["changes.age"] = digestOf(fs.readFileSync(file));
    fs.writeFileSync(path.join(copy, "reviewed.json"), JSON.stringify(reviewed));
    await untouched(async () => {
      const { results } = await life.apply(copy);
      expect(results[0]).toMatchObject({
        outcome: "failed",
        detail: expect.stringContaining("not the one that was shown"),
      });
    });
  });

  it("without their key are refused", async () => {
    const key = path.join(life.root, "another.txt");
    execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
    await untouched(async () => {
      const { results } = await life.apply(plans.out, { identity: key });
      expect(results[0]).toMatchObject({
        outcome: "failed",
        detail: expect.stringContaining("no identity matched"),
      });
    });
  });
});

it("a state that cannot be read is named, and what does not need it is planned", async () => {
  const file = path.join(life.project, "state/demo-network-eu.tfstate");
  fs.writeFileSync(file, "{ half");
  const { reviewed } = await life.plan({ all: true });
  expect(reviewed.failed).toMatchObject({
    "demo-network-eu": expect.stringContaining("demo-network-eu.tfstate: the state cannot be read"),
    "demo-node-eu": "not planned, since it needs demo-network-eu",
  });
  fs.rmSync(file);
});

it("plans are of files, not of their history: a merge with the same ones applies them, and is what is recorded", async () => {
  const planned = life.commit(ONE);
  const { out } = await life.plan({ all: true });
  const merged = life.commit(ONE);
  const { reviewed, results } = await life.apply(out);
  expect(results.map(({ outcome }) => outcome)).toEqual(["applied", "applied", "applied"]);
  expect([reviewed.commit, merged === planned]).toEqual([merged, false]);
  const record = JSON.stringify(life.state("demo-applied"));
  expect([record.includes(merged), record.includes(planned)]).toEqual([true, false]);
});

describe("what is removed", () => {
  it("is not destroyed while something reads it, or where it is protected", async () => {
    life.commit({ regions: { eu: { zone: "1" }, us: { zone: "1" } }, balanced: ["eu"], protect: true });
    const applied = await command(
      "plan",
      "--all",
      "--out",
      path.join(life.root, "both"),
      "--recipient",
      recipient(),
    );
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining("5 workspaces") });
    const run = await command("apply", "--reviewed", path.join(life.root, "both"), "--json");
    expect([run.code, JSON.parse(run.stdout).results]).toMatchObject([0, expect.any(Array)]);
    life.commit({ regions: { us: { zone: "1" } }, balanced: ["us", "eu"], protect: true });
    const next = await life.plan();
    expect(kinds(next)).toMatchObject({ "network-eu": "failed", "node-eu": "destroy", lb: "plan" });
    expect(next.reviewed.failed["demo-network-eu"]).toBe("is removed, but demo-lb still read it");
    life.commit({ regions: { us: { zone: "1" } }, balanced: ["us"], protect: true });
    const last = await life.plan();
    expect(last.reviewed.failed["demo-network-eu"]).toMatch(
      /^is removed, but azurerm_public_ip\.Address must not be destroyed \(prevent_destroy\)/,
    );
  });

  const recipient = () =>
    execFileSync(
      "age-keygen",
      ["-y", path.join(process.env["XDG_CACHE_HOME"] as string, "meridian/delivery/identity.txt")],
      {
        encoding: "utf8",
      },
    ).trim();
});
