import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Report } from "../rehearsal/rehearse";
import { run } from "./rehearsal/fixtures/command";
import { filesBelow } from "./support/files";
import type { Workspace } from "./support/synth";
import { checkoutWithToy } from "./support/toy";

jest.setTimeout(120_000);

const checkout = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-toy-"));
afterAll(() => fs.rmSync(checkout, { recursive: true }));

/** A command of the checkout, as its npm script runs it. */
const command = async (file: string, ...args: string[]): Promise<string> => {
  const isBundled = file.startsWith("commands/");
  const all = [...(isBundled ? ["runner/run.cjs"] : ["--import", "tsx"]), file, ...args];
  const { code, stdout, stderr } = await run(process.execPath, all, {}, undefined, checkout);
  if (code !== 0) throw new Error(`${file} ended with ${code}\n${stderr}${stdout}`);
  return stdout;
};

let printed: string;
let graph: string;
let report: Report;
let workspaces: Readonly<Record<string, Workspace>>;
beforeAll(async () => {
  checkoutWithToy(checkout);
  await command("commands/gitops.ts", "toy");
  const outputs = await Promise.all([
    command("commands/synth.ts", "toy"),
    command("commands/graph.ts", "toy"),
    command("rehearsal/cli.ts", "toy", "--json"),
  ]);
  [printed, graph] = outputs;
  report = JSON.parse(outputs[2]) as Report;
  const stacks = path.join(checkout, "cdktf.out/stacks");
  workspaces = Object.fromEntries(
    fs
      .readdirSync(stacks)
      .map((id) => [id, JSON.parse(fs.readFileSync(path.join(stacks, id, "cdk.tf.json"), "utf8"))]),
  );
});

const IDS = [
  "toy-api-deploy-one",
  "toy-cluster-one",
  "toy-gitops-one",
  "toy-monitoring-one",
  "toy-network-one",
  "toy-pki",
];

describe("a cloud that its folders and its lines in the registries made known", () => {
  it("is synthesized, and shown in the table of its environment", () => {
    expect(Object.keys(workspaces).sort()).toEqual(IDS);
    const rows = printed.split("\n").flatMap((line) => /^(toy-\S+)\s+\d/.exec(line)?.[1] ?? []);
    expect(rows.sort()).toEqual(IDS);
    expect(printed).toContain("6 workspaces in cdktf.out/stacks");
  });

  it("costs about a hundred lines, imports and comments aside", () => {
    const cost = Object.entries(filesBelow(path.join(__dirname, "fixtures/toy")))
      .filter(([file]) => !file.startsWith("config/environments/"))
      .flatMap(([, text]) =>
        text.split("\n").filter((line) => !/^(?:import .*|\s*(?:\/\/|\/?\*).*|)$/.test(line)),
      );
    expect(cost.length).toBeGreaterThan(50);
    expect(cost.length).toBeLessThanOrEqual(120);
  });

  it("is drawn", () => expect(graph).toContain("toy_network_one --> toy_cluster_one"));

  it("stands the rehearsal, its own rules among those that judge it", () => {
    expect(report.workspaces.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.workspaces.map(({ workspace }) => workspace).sort()).toEqual(IDS);
  });
});

describe("a host name that is known only when the cluster has an address", () => {
  const ADDRESS = "${data.terraform_remote_state.toy-cluster-one.outputs.address}";

  it.each<[string, string, readonly string[]]>([
    [
      "the certificate of all its names",
      "toy-pki",
      [`"one.${ADDRESS}.nip.io","movies.one.${ADDRESS}.nip.io","site.one.${ADDRESS}.nip.io"`],
    ],
    [
      "routes, and what a program is told",
      "toy-api-deploy-one",
      [
        `HostSNI(\`one.${ADDRESS}.nip.io\`)`,
        `Host(\`movies.one.${ADDRESS}.nip.io\`)`,
        `@one.${ADDRESS}.nip.io`,
        `"host":{"value":"one.${ADDRESS}.nip.io"}`,
      ],
    ],
    ["scrapes", "toy-monitoring-one", [`server_name: \${jsonencode(\\"one.${ADDRESS}.nip.io\\")}`]],
  ])("is an expression in %s", (_, id, expected) => {
    const text = JSON.stringify(workspaces[id]);
    for (const each of expected) expect(text).toContain(each);
  });

  it("is baked into nothing", () => {
    const baked = /(?<!outputs\.address\})\.nip\.io/;
    for (const [id, workspace] of Object.entries(workspaces))
      expect([id, baked.exec(JSON.stringify(workspace))?.[0]]).toEqual([id, undefined]);
  });

  it("stands in no file for Git, which Flux completes in the cluster", () => {
    const files = filesBelow(path.join(checkout, "deploy/toy"));
    expect(JSON.stringify(files)).not.toContain("nip.io");
    expect(files["_base/site/ingressroutetcp-site.yaml"]).toContain("HostSNI(`site.${host}`)");
    expect(JSON.stringify(workspaces["toy-gitops-one"])).toContain(
      '"host":"${data.terraform_remote_state.toy-api-deploy-one.outputs.host}"',
    );
  });
});
