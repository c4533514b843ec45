import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Options, type Report, rehearse } from "../../rehearsal/rehearse";
import type { Body } from "./defects/output";
import { demoProject, writeSynthesized } from "./fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rehearse-"));
const project = demoProject(temporary);
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const resource = (more: object = {}) => ({
  name: "it",
  listed: [{ asked: "a" }],
  tags: { team: "api" },
  ...more,
});

/** Two networks, a node in one of them, and an API on the node. */
function platform(change: (workspaces: Record<string, Body>) => void = () => undefined): string {
  const reads = (id: string) => ({
    terraform_remote_state: { [id]: { backend: "local", config: { path: `../../../state/${id}.tfstate` } } },
  });
  const publishes = { address: { value: "${demo_everything.it.ip_address}" } };
  const made = (more: object = {}) => ({ demo_everything: { it: resource(more) } });
  const workspaces = {
    "demo-network-eu": { resource: made(), output: publishes },
    "demo-network-us": { resource: made(), output: publishes },
    "demo-node-eu": {
      resource: made({ name: "${data.terraform_remote_state.demo-network-eu.outputs.address}" }),
      data: reads("demo-network-eu"),
      output: publishes,
    },
    "demo-api-eu": {
      resource: made({ name: "${data.terraform_remote_state.demo-node-eu.outputs.address}" }),
      data: reads("demo-node-eu"),
    },
  };
  change(workspaces);
  const folder = fs.mkdtempSync(path.join(temporary, "platform-"));
  return writeSynthesized(path.join(folder, "cdktf.out"), workspaces, {
    "demo-node-eu": ["demo-network-eu"],
    "demo-api-eu": ["demo-node-eu"],
  });
}

const run = (folder: string, options: Partial<Options> = {}) =>
  rehearse({ folder, environments: [], project, ...options });

const outcomes = (report: Report) =>
  Object.fromEntries(report.workspaces.map(({ workspace, outcome }) => [workspace, outcome]));

const snapshot = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => {
    const stat = fs.statSync(path.join(folder, file));
    return [file, stat.isFile() ? fs.readFileSync(path.join(folder, file), "utf8") : "folder", stat.mtimeMs];
  });

describe("a sound platform", () => {
  let report: Report;
  let before: unknown;
  let folder: string;

  beforeAll(async () => {
    folder = platform();
    fs.mkdirSync(path.join(folder, "../state"));
    fs.writeFileSync(path.join(folder, "../state/demo-network-eu.tfstate"), "the user's own");
    before = snapshot(path.dirname(folder));
    report = await run(folder);
  });

  it("goes up, stays, and goes down again", () => {
    expect(report.ok).toBe(true);
    expect(report.workspaces).toHaveLength(4);
    for (const workspace of report.workspaces) {
      expect(workspace).toMatchObject({ planned: 1, applied: 1, drift: [], destroyed: "yes", findings: [] });
    }
  });

  it("is shown with what crosses its borders", () => {
    expect(report.workspaces.find(({ workspace }) => workspace === "demo-node-eu")).toMatchObject({
      wave: 2,
      reads: { "demo-network-eu": ["address"] },
      published: ["address"],
    });
  });

  it("leaves the user's folder and state as they were", () => {
    expect(snapshot(path.dirname(folder))).toEqual(before);
  });
});

describe("a resource that fails", () => {
  const fault = { kind: "fail", type: "demo_everything", workspace: "demo-node-eu" } as const;

  it("leaves the others consistent, keeps its dependents from starting, and is resumed", async () => {
    const folder = platform();
    const work = path.join(folder, "../work");

    const failed = await run(folder, { work, faults: [fault] });
    expect(failed.ok).toBe(false);
    expect(outcomes(failed)).toEqual({
      "demo-network-eu": "passed",
      "demo-network-us": "passed",
      "demo-node-eu": "failed",
      "demo-api-eu": "skipped",
    });
    expect(failed.workspaces.find(({ workspace }) => workspace === "demo-node-eu")).toMatchObject({
      step: "apply",
      findings: [
        { summary: "injected fault", address: "demo_everything.it", file: "stacks/demo-node-eu/cdk.tf.json" },
      ],
    });

    const resumed = await run(folder, { work });
    expect(resumed.ok).toBe(true);
    // What was up already had nothing left to do.
    expect(
      Object.fromEntries(resumed.workspaces.map(({ workspace, applied }) => [workspace, applied])),
    ).toEqual({
      "demo-network-eu": 0,
      "demo-network-us": 0,
      "demo-node-eu": 1,
      "demo-api-eu": 1,
    });
  });
});

it("shows drift: the second plan is not empty, and says where", async () => {
  const fault = { kind: "drift", type: "demo_everything", workspace: "demo-api-eu" } as const;
  const report = await run(platform(), { faults: [fault] });
  expect(outcomes(report)).toMatchObject({ "demo-node-eu": "passed", "demo-api-eu": "failed" });
  expect(report.workspaces.find(({ workspace }) => workspace === "demo-api-eu")).toMatchObject({
    step: "plan again",
    drift: [{ address: "demo_everything.it", action: "update", attributes: ["tags"] }],
  });
});

it("makes a resource slow", async () => {
  const fault = { kind: "slow", type: "demo_everything", workspace: "demo-network-us" } as const;
  const report = await run(platform(), { faults: [fault], workspaces: ["demo-network-us"] });
  expect(report.ok).toBe(true);
  expect(report.workspaces[0]?.seconds["apply"]).toBeGreaterThan(2);
});

it("expects a refusal where something is protected", async () => {
  const protect = (lifecycle: object) => (workspaces: Record<string, Body>) => {
    workspaces["demo-api-eu"].resource.demo_everything.it.lifecycle = lifecycle;
  };
  const report = await run(platform(protect({ prevent_destroy: true })));
  expect(report.ok).toBe(true);
  expect(report.workspaces.map(({ workspace, destroyed }) => [workspace, destroyed])).toContainEqual([
    "demo-api-eu",
    "refused, as protected",
  ]);
});

it("takes provisioners out, and says so", async () => {
  const proof = path.join(temporary, "provisioner-ran");
  const report = await run(
    platform((workspaces) => {
      workspaces["demo-network-us"].resource.demo_everything.it.provisioner = [
        { "local-exec": { command: `touch ${proof}` } },
      ];
    }),
    { workspaces: ["demo-network-us"], destroy: false },
  );
  expect(report.ok).toBe(true);
  expect(report.workspaces.flatMap(({ notes }) => notes)).toEqual([
    expect.stringMatching(/^local-exec of demo_everything.it stripped/),
  ]);
  expect(fs.existsSync(proof)).toBe(false);
});

it.each([
  [
    "azurerm",
    {
      resource_group_name: "g",
      storage_account_name: "s",
      container_name: "c",
      key: "demo-network-eu.tfstate",
    },
  ],
  ["s3", { bucket: "b", region: "eu-central-1", use_lockfile: true, key: "live/demo-network-eu.tfstate" }],
  ["gcs", { bucket: "b", prefix: "demo-network-eu" }],
])("replaces a remote backend of kind %s by a local one", async (kind, config) => {
  const report = await run(
    platform((workspaces) => {
      workspaces["demo-network-eu"].terraform = {
        required_providers: { demo: { source: "example/demo" } },
        backend: { [kind]: config },
      };
      workspaces["demo-node-eu"].data.terraform_remote_state["demo-network-eu"] = { backend: kind, config };
    }),
    { workspaces: ["demo-network-eu", "demo-node-eu"], destroy: false },
  );
  expect(report.workspaces.flatMap(({ findings }) => findings)).toEqual([]);
  expect(report.workspaces.flatMap(({ notes }) => notes)).toEqual([
    `backend ${kind} -> local file`,
    "remote state of demo-network-eu -> local file",
  ]);
});

it("does not mend a state that is read from the wrong place", async () => {
  const config = { bucket: "b", region: "eu-central-1", key: "live/demo-network-eu.tfstate" };
  const report = await run(
    platform((workspaces) => {
      workspaces["demo-network-eu"].terraform = {
        required_providers: { demo: { source: "example/demo" } },
        backend: { s3: config },
      };
      workspaces["demo-node-eu"].data.terraform_remote_state["demo-network-eu"] = {
        backend: "s3",
        config: { ...config, bucket: "c" },
      };
    }),
    { workspaces: ["demo-network-eu", "demo-node-eu"], destroy: false },
  );
  expect(report.workspaces.flatMap(({ findings }) => findings)).toEqual([
    expect.objectContaining({
      step: "wiring",
      rule: "state-missing",
      address: "data.terraform_remote_state.demo-network-eu",
      detail: 'demo-network-eu comes closest; there it is bucket "b", here "c"',
    }),
  ]);
});

it("never writes to a state outside of its own folder", async () => {
  const outside = path.join(temporary, "precious.tfstate");
  const report = await run(
    platform((workspaces) => {
      workspaces["demo-network-us"].terraform = {
        required_providers: { demo: { source: "example/demo" } },
        backend: { local: { path: outside } },
      };
    }),
    { workspaces: ["demo-network-us"], destroy: false },
  );
  expect(report.ok).toBe(true);
  expect(fs.existsSync(outside)).toBe(false);
});

it("rehearses the storage of a remote backend before its environment", async () => {
  const folder = platform((workspaces) => {
    workspaces["state-demo"] = { resource: { demo_everything: { it: resource() } } };
  });
  const report = await run(folder, { environments: ["demo"] });
  expect(report.workspaces[0]).toMatchObject({ workspace: "state-demo", wave: 1, outcome: "passed" });
  expect(report.workspaces.slice(1).every(({ wave }) => wave > 1)).toBe(true);
});

it("stands in for files that a variable's validation wants", async () => {
  const report = await run(
    platform((workspaces) => {
      workspaces["demo-network-us"].variable = {
        kubeconfigs: {
          type: "string",
          default: "/nowhere",
          validation: [
            { condition: '${fileexists("${var.kubeconfigs}/us.yaml")}', error_message: "No kubeconfig." },
          ],
        },
      };
    }),
    { workspaces: ["demo-network-us"], destroy: false },
  );
  expect(report.ok).toBe(true);
});
