import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse as parseHcl } from "@cdktf/hcl2json";
import { parse } from "yaml";
import type { Snapshot } from "../../../delivery/changes/snapshot";
import { type Atlantis, atlantis } from "../../../delivery/engines/atlantis";
import { terragrunt } from "../../../delivery/engines/terragrunt";
import { PROJECT, run } from "../../rehearsal/fixtures/command";
import { platform } from "./fixture";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "engines-"));
const synthesized = path.join(temporary, "cdktf.out");
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await platform(synthesized);
});
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

describe("atlantis.yaml", () => {
  interface Project {
    readonly name: string;
    readonly execution_order_group: number;
    readonly depends_on?: readonly string[];
  }
  let made: Atlantis;
  let read: Readonly<Record<string, unknown>> & { readonly projects: readonly Project[] };
  beforeAll(() => {
    made = atlantis(snapshot);
    read = parse(made.text, { strict: true, uniqueKeys: true });
  });

  it("has only keys that are documented", () => {
    expect(Object.keys(read)).toEqual([
      "version",
      "abort_on_execution_order_fail",
      "parallel_plan",
      "parallel_apply",
      "projects",
      "workflows",
    ]);
    const keys = new Set(read.projects.flatMap((project) => Object.keys(project)));
    expect([...keys].sort()).toEqual([
      "autoplan",
      "depends_on",
      "dir",
      "execution_order_group",
      "name",
      "workflow",
      "workspace",
    ]);
  });

  it("has a project for each workspace, after those that it reads or depends on, never two regions of a kind in one group", () => {
    expect(
      read.projects.map(({ name, execution_order_group: group, depends_on: after = [] }) => [
        name,
        group,
        ...after,
      ]),
    ).toEqual([
      ["demo-lb", 4, "demo-network-eu", "demo-network-us", "demo-node-us"],
      ["demo-network-eu", 1],
      ["demo-network-us", 2],
      ["demo-node-eu", 2, "demo-network-eu"],
      ["demo-node-us", 3, "demo-network-us"],
    ]);
  });

  it("leaves out local states, which would go with the clone, and what a person applies by hand", () => {
    expect(made.local).toEqual(["other-pki"]);
    expect(made.text).not.toContain("state-demo");
  });

  it("is refused where every state is local", () => {
    const local = new Map([...snapshot].filter(([id]) => id === "other-pki"));
    expect(() => atlantis(local)).toThrow("every state is local, and Atlantis throws its clones away");
  });

  it("synthesizes first, and applies the plan that was made", () => {
    interface Steps {
      readonly steps: readonly { readonly run: string | { readonly command: string } }[];
    }
    const { plan, apply } = (read["workflows"] as { meridian: { plan: Steps; apply: Steps } }).meridian;
    const commands = ({ steps }: Steps) =>
      steps.map(({ run: text }) => (typeof text === "string" ? text : text.command));
    const bin = path.join(temporary, "bin");
    fs.mkdirSync(bin);
    for (const name of ["npm", "terraform"]) {
      fs.writeFileSync(path.join(bin, name), '#!/bin/sh\nbasename "$0"\nprintf "%s|" "$@"\necho\n', {
        mode: 0o755,
      });
    }
    const env = {
      PATH: `${bin}:${process.env["PATH"]}`,
      PROJECT_NAME: "demo-lb",
      PLANFILE: "/clone/a b.tfplan",
    };
    const said = [...commands(plan), ...commands(apply)].map(
      (text) => spawnSync("sh", ["-c", text], { env, encoding: "utf8" }).stdout,
    );
    const chdir = "terraform\n-chdir=cdktf.out/stacks/demo-lb";
    expect(said.join("")).toBe(
      [
        "npm\nci|--no-audit|--no-fund|",
        "npm\nrun|synth|",
        `${chdir}|init|-input=false|-no-color|`,
        `${chdir}|plan|-input=false|-no-color|-out=/clone/a b.tfplan|`,
        `${chdir}|apply|-input=false|-no-color|/clone/a b.tfplan|`,
        "",
      ].join("\n"),
    );
  });
});

describe("terragrunt.hcl", () => {
  it("names what its workspace comes after, and nothing else: no source, no mocked outputs", async () => {
    const files = [...terragrunt(snapshot)].map(async ([id, text]) => [id, await parseHcl("x.hcl", text)]);
    expect(Object.fromEntries(await Promise.all(files))).toEqual({
      "demo-lb": {
        dependencies: [{ paths: ["../demo-network-eu", "../demo-network-us", "../demo-node-us"] }],
      },
      "demo-network-eu": {},
      "demo-network-us": {},
      "demo-node-eu": { dependencies: [{ paths: ["../demo-network-eu"] }] },
      "demo-node-us": { dependencies: [{ paths: ["../demo-network-us"] }] },
      "other-pki": {},
    });
  });

  it("is the same whatever order the manifest has", () => {
    const turned = new Map([...snapshot].reverse());
    expect([...terragrunt(turned)]).toEqual([...terragrunt(snapshot)]);
    expect(atlantis(turned).text).toBe(atlantis(snapshot).text);
  });
});

describe("npm run engines", () => {
  const engines = (...args: string[]) =>
    run(
      process.execPath,
      ["--import", require.resolve("tsx"), path.join(PROJECT, "delivery/command/engines.ts"), ...args],
      {},
      undefined,
      temporary,
    );

  it("writes the files, and says with --check whether they are current", async () => {
    expect(await engines("terragrunt", "demo")).toMatchObject({ code: 0 });
    const unit = path.join(synthesized, "stacks/demo-node-eu/terragrunt.hcl");
    expect(fs.readFileSync(unit, "utf8")).toBe(terragrunt(snapshot).get("demo-node-eu"));
    expect(await engines("atlantis", "--check")).toMatchObject({
      code: 1,
      stdout: "not current atlantis.yaml\n",
    });
    expect(await engines("atlantis")).toMatchObject({
      code: 0,
      stdout: "written atlantis.yaml\n",
      stderr: "left out, since their states are local: other-pki\n",
    });
    expect(await engines("atlantis", "--check")).toMatchObject({ code: 0, stdout: "all current\n" });
  });

  it("says what is wrong with an engine, or a folder", async () => {
    const [unknown, missing] = await Promise.all([
      engines("digger"),
      engines("atlantis", "--synthesized", "nowhere"),
    ]);
    expect(unknown).toMatchObject({
      code: 2,
      stderr: "unknown engine digger; expected atlantis or terragrunt\n",
    });
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("run 'npm run synth'") });
  });
});
