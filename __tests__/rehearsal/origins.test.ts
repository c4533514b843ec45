import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import published from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import Ajv from "ajv";
import { version } from "../../package.json";
import { withOrigins } from "../../rehearsal/origins";
import type { Report } from "../../rehearsal/rehearse";
import { findingText } from "../../rehearsal/report/finding";
import { sarif } from "../../rehearsal/report/sarif";
import { PROJECT } from "./fixtures/command";

jest.setTimeout(60_000); // programs are started, maybe on a busy machine

const temporary = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "origins-")));
const project = path.join(temporary, "project");
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const MAIN = `import fs from "node:fs";
import { App, TerraformStack } from "cdktf";
import { makeKeys } from "./constructs/keys";

fs.mkdirSync(process.env["CDKTF_OUTDIR"] as string, { recursive: true });
const app = new App({ outdir: process.env["CDKTF_OUTDIR"] as string });
makeKeys(new TerraformStack(app, "demo-one"));
app.synth();
`;
const KEYS = `import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Construct } from "constructs";

export function makeKeys(scope: Construct): void {
  const keys = new Construct(scope, "Keys");
  new TlsProvider(keys, "tls");
  new PrivateKey(keys, "Server", { algorithm: "RSA" });
}
`;

const finding = {
  step: "validate",
  rule: "tls_private_key/algorithm",
  severity: "error",
  summary: "algorithm: 'RSA' is not one of ECDSA",
  detail: "",
  source: "https://example.com/keys",
  address: "tls_private_key.Keys_Server_7DC04F84",
  file: "stacks/demo-one/cdk.tf.json",
  snippet: { file: "cdk.tf.json", line: 12, code: '"algorithm": "RSA"', values: [] },
} as const;
const report = {
  ok: false,
  workspaces: [
    {
      workspace: "demo-one",
      findings: [finding, { ...finding, address: "output.it", accepted: "a reason" }],
    },
  ],
} as unknown as Report;

let located: Report;
beforeAll(async () => {
  fs.mkdirSync(path.join(project, "constructs"), { recursive: true });
  fs.symlinkSync(path.join(PROJECT, "node_modules"), path.join(project, "node_modules"));
  fs.writeFileSync(path.join(project, "main.ts"), MAIN);
  fs.writeFileSync(path.join(project, "constructs/keys.ts"), KEYS);
  fs.writeFileSync(path.join(project, "cdktf.json"), JSON.stringify({ language: "typescript", app: "true" }));
  located = await withOrigins(report, "", project, { project, environments: ["demo"], hcl: true }, temporary);
});

it("a finding says which construct made the resource, and where", () => {
  expect(located.workspaces[0]?.findings[0]).toMatchObject({
    origin: { construct: "demo-one/Keys/Server", file: "constructs/keys.ts", line: 8 },
  });
});

it("what nobody made stays as it is", () => {
  expect(located.workspaces[0]?.findings[1]).not.toHaveProperty("origin");
});

it("is shown with it, before the synthesized lines", () => {
  const text = findingText("demo-one", located.workspaces[0]?.findings[0] as never);
  expect(text).toMatch(
    /in tls_private_key.Keys_Server_7DC04F84\n {2}constructs\/keys\.ts:8, construct demo-one\/Keys\/Server\n {2}stacks\/demo-one\/cdk\.tf\.json:12/,
  );
});

it("names the construct alone where it cannot be synthesized again", async () => {
  const folder = path.join(temporary, "untraced/cdktf.out");
  spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: project,
    env: { ...process.env, CDKTF_OUTDIR: folder },
  });
  const synthesis = { project: path.join(temporary, "gone"), environments: ["demo"], hcl: false };
  const { workspaces } = await withOrigins(report, folder, project, synthesis, temporary);
  expect(workspaces[0]?.findings[0]?.origin).toEqual({ construct: "demo-one/Keys/Server" });
});

it("names the construct alone where only the synthesized folder is there", async () => {
  const folder = path.join(temporary, "plain/cdktf.out");
  const env = { ...process.env, CDKTF_OUTDIR: folder };
  spawnSync(process.execPath, ["--import", "tsx", "main.ts"], { cwd: project, env });
  const { workspaces } = await withOrigins(report, folder, project, undefined, temporary);
  expect(workspaces[0]?.findings[0]?.origin).toEqual({ construct: "demo-one/Keys/Server" });
});

describe("as SARIF", () => {
  // biome-ignore lint/suspicious/noExplicitAny: looked into at any depth
  const written = () => sarif(located, version) as any;

  it("is of the published form", () => {
    const { $schema, id, ...schema } = published; // of draft 4, which differs from those that Ajv reads in nothing used here
    const validate = new Ajv({
      strict: false,
      unicodeRegExp: false,
      validateFormats: false,
      allErrors: true,
    }).compile(schema);
    validate(written());
    expect(validate.errors).toBeNull();
    validate(sarif({ ...located, workspaces: [] }, version));
    expect(validate.errors).toBeNull();
  });

  it("points to the line of TypeScript, or to the synthesized one where nothing better is known", () => {
    const [first, second] = written().runs[0].results.map(
      (result: { locations: { physicalLocation: object }[] }) => result.locations[0]?.physicalLocation,
    );
    expect(first).toEqual({ artifactLocation: { uri: "constructs/keys.ts" }, region: { startLine: 8 } });
    expect(second).toEqual({
      artifactLocation: { uri: "cdktf.out/stacks/demo-one/cdk.tf.json" },
      region: { startLine: 12 },
    });
  });

  it("names rules with their source, levels, and what is accepted with its reason", () => {
    const [run] = written().runs;
    expect(run.tool.driver.rules).toEqual([
      expect.objectContaining({ id: "tls_private_key/algorithm", helpUri: "https://example.com/keys" }),
    ]);
    expect(run.results[0]).toMatchObject({ ruleId: "tls_private_key/algorithm", level: "error" });
    expect(run.results[0]).not.toHaveProperty("suppressions");
    expect(run.results[1].suppressions).toEqual([{ kind: "external", justification: "a reason" }]);
  });

  it("tells findings apart, and knows them again on another line", () => {
    const prints = (it: Report) =>
      (sarif(it, version) as ReturnType<typeof written>).runs[0].results.map(
        (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints["finding/v1"],
      );
    expect(new Set(prints(located)).size).toBe(2);
    expect(prints(report)).toEqual(prints(located));
  });
});
