import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { type InfraJob, jobsOf, partOf, Runner } from "./fixtures/runner";

const plan = jobsOf("infra-plan.yml");
const apply = jobsOf("infra-apply.yml");
const drift = jobsOf("infra-drift.yml");

const ENVIRONMENTS = JSON.stringify({
  aws: { awsPlanRole: "arn:plan", awsApplyRole: "arn:apply", awsRegion: "eu-central-1" },
  azure: { azurePlanClient: "p", azureTenant: "t", runner: "inside" },
});

const CHANGES = JSON.stringify({
  workspaces: [
    { environment: "aws", status: "changed", readsChanged: [] },
    { environment: "azure", status: "untouched", readsChanged: [] },
    { environment: "gcp", status: "removed", readsChanged: [] },
  ],
});

/** npm: shows what it was called with and what a command would see; `changes` prints the file. */
const NPM = `
echo "$*" >> "$FOLDER/calls"
case "$*" in *changes*) cat "$FOLDER/changes.json" ;; esac
for each; do case "$previous" in --identity) cat "$each" > "$FOLDER/identity"; stat -c %a "$each" > "$FOLDER/mode" ;; esac; previous="$each"; done
env > "$FOLDER/env"
exit "\${CODE:-0}"`;

let runner: Runner;
beforeEach(() => {
  runner = new Runner({ npm: NPM });
  runner.write({ "changes.json": CHANGES });
});
afterEach(() => runner.end());

const calls = (): readonly string[] => runner.read("calls").split("\n").filter(Boolean);

it.each([
  ["infra-plan", plan["plan"], "Plan", "Plan"],
  ["infra-apply", apply["plan"], "Plan anew", "Plan"],
  ["infra-apply", apply["apply"], "Apply", "Apply"],
  ["infra-drift", drift["drift"], "Look for what differs", "Plan"],
])("%s becomes the account of Google's that may do it: %#", (_, job, name, account) => {
  const step = job?.steps.find((each) => each.name === name);
  expect(step?.env).toMatchObject({
    GOOGLE_PROVIDER: "${{ matrix.gcpProvider }}",
    GOOGLE_ACCOUNT: `\${{ matrix.gcp${account}Account }}`,
  });
  expect(step?.run).toContain(".github/scripts/with-google .github/scripts/with-variables npm run");
});

describe("infra-plan", () => {
  it("plans the delivered environments that change, and rehearses all that do", () => {
    const { status, output } = runner.step(partOf(plan["changes"], "Find"), {
      INFRA_ENVIRONMENTS: ENVIRONMENTS,
    });
    expect(status).toBe(0);
    expect(calls()).toEqual(["run --silent changes -- --base HEAD^1 --json"]);
    const [environments = "", changed] = output.split("\n").map((line) => line.replace(/^\w+=/, ""));
    expect(JSON.parse(environments).map(({ name }: { name: string }) => name)).toEqual(["aws"]);
    expect(changed).toBe("aws gcp");
  });

  it("fails where the changes cannot be found, instead of planning nothing", () => {
    expect(runner.step(partOf(plan["changes"], "Find"), { CODE: "2" }).status).toBe(2);
  });

  it("plans nothing where no environment is delivered", () => {
    const { output } = runner.step(partOf(plan["changes"], "Find"), { INFRA_ENVIRONMENTS: "" });
    expect(output).toContain("environments=[]\n");
    expect(plan["plan"]?.if).toContain("needs.changes.outputs.environments != '[]'");
  });

  it("gives a fork neither secret nor identity", () => {
    for (const job of [plan["changes"], plan["rehearse"]]) {
      expect(job?.permissions).toBeUndefined();
      expect(JSON.stringify(job)).not.toMatch(/secrets|id-token/);
    }
    const own = "github.event.pull_request.head.repo.full_name == github.repository";
    expect(plan["plan"]?.if?.startsWith(`${own} && github.actor != 'dependabot[bot]'`)).toBe(true);
    expect(plan["comment"]?.if).toContain("needs.plan.result != 'skipped'");
  });

  it("rehearses by name", () => {
    runner.step(partOf(plan["rehearse"], "Rehearse"), { CHANGED: "aws gcp" });
    expect(calls()).toEqual(["run rehearse -- aws gcp"]);
  });

  it("asks for the checksums of providers before it plans, and keeps nothing that is not encrypted", () => {
    const job = plan["plan"] as InfraJob;
    const texts = job.steps.map(({ name, run, uses }) => name ?? run ?? uses);
    expect(texts.indexOf("Checksums of every provider are there")).toBeLessThan(texts.indexOf("Plan"));
    runner.step(partOf(job, "Checksums"), { NAME: "aws" });
    runner.step(partOf(job, "Plan"), { NAME: "aws", TERRAFORM_VARIABLES: '{"TF_VAR_token":"canary"}' });
    expect(calls()).toEqual([
      "run locks -- aws --check",
      `run plan -- aws --base HEAD^1 --out ${runner.temp}/delivery/reviewed --summary ${runner.temp}/delivery/summary.md`,
    ]);
    expect(runner.read("env")).toContain("TF_VAR_token=canary\n");
    const upload = job.steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    expect(upload?.with).toMatchObject({ path: "${{ runner.temp }}/delivery" });
    expect(upload).not.toHaveProperty("if"); // only what was planned whole
  });

  it("reports a plan that failed, with what it found or with where to look", () => {
    const part = partOf(plan["plan"], "Say that it failed");
    runner.step(part, { NAME: "aws" });
    expect(runner.read("temp/failed/summary.md")).toContain("**aws** could not be planned");
    runner.write({ "temp/delivery/summary.md": "two failed" });
    runner.step(part, { NAME: "aws" });
    expect(runner.read("temp/failed/summary.md")).toBe("two failed");
  });
});

describe("infra-apply", () => {
  const find = (env: Readonly<Record<string, string>>) =>
    runner.step(partOf(apply["find"], "Find"), { INFRA_ENVIRONMENTS: ENVIRONMENTS, ...env });

  it("takes what changes since the push before, or the environment that is asked for", () => {
    expect(find({ BEFORE: "abc" }).output).toContain('"name":"aws"');
    expect(calls()).toEqual(["run --silent changes -- --base abc --json"]);
    const asked = find({ NAME: "azure" }).output;
    expect(asked).toContain('"name":"azure"');
    expect(asked).not.toContain('"name":"aws"');
    expect(find({ NAME: "nowhere" })).toMatchObject({
      status: 1,
      stderr: "INFRA_ENVIRONMENTS has no environment 'nowhere'\n",
    });
  });

  it("plans anew only where nothing was reviewed, and shows either before somebody approves", () => {
    const steps = apply["plan"]?.steps ?? [];
    const anew = steps.filter(({ if: when }) => when?.startsWith("steps.reviewed.outputs.found != 'true'"));
    expect(anew).toHaveLength(5);
    runner.step(partOf(apply["plan"], "Plan anew"), { NAME: "aws", BASE: "abc" });
    expect(calls()[0]).toContain("run plan -- aws --base abc --out");
    expect(runner.read("env")).not.toContain("GITHUB_STEP_SUMMARY=");
    runner.write({ "temp/delivery/summary.md": "### Plan" });
    runner.step(partOf(apply["plan"], "Show"));
    expect(runner.read("summary")).toBe("### Plan");
    expect(apply["plan"]).not.toHaveProperty("environment");
  });

  it("waits for the protected environment, and for other runs of the same environment", () => {
    expect(apply["apply"]).toMatchObject({
      environment: "${{ matrix.protected }}",
      concurrency: { group: "infra-apply-${{ matrix.name }}", "cancel-in-progress": false },
    });
  });

  const IDENTITY = "AGE-SECRET-KEY-1CANARY";

  it("applies with a key that only this user can read and that is gone afterwards", () => {
    const { status, stdout, stderr } = runner.step(partOf(apply["apply"], "Apply"), {
      IDENTITY,
      ALLOW_REPLACE: "aws-pki/tls_private_key.Ca aws-dns/*",
      TERRAFORM_VARIABLES: "",
    });
    expect([status, stderr]).toEqual([0, ""]);
    const [call = ""] = calls();
    const file = /--identity (\S+)/.exec(call)?.[1] as string;
    expect(call).toBe(
      `run apply -- --reviewed ${runner.temp}/delivery/reviewed --identity ${file} --allow-replace aws-pki/tls_private_key.Ca --allow-replace aws-dns/*`,
    );
    expect([runner.read("identity").trim(), runner.read("mode").trim()]).toEqual([IDENTITY, "600"]);
    expect(runner.read(file.slice(runner.folder.length))).toBe("");
    expect(stdout + runner.read("env")).not.toContain(IDENTITY);
  });

  it("hands the exit code on, and begins nothing without a key", () => {
    const part = partOf(apply["apply"], "Apply");
    expect(runner.step(part, { IDENTITY, CODE: "1" }).status).toBe(1);
    expect(runner.step(part, { IDENTITY: "" })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("the secret MERIDIAN_PLAN_IDENTITY is empty"),
    });
    expect(calls()).toHaveLength(1);
  });
});

describe("infra-drift", () => {
  const look = (code: string) => runner.step(partOf(drift["drift"], "Look"), { NAME: "aws", CODE: code });

  it.each([
    ["0", 0, false],
    ["1", 0, true],
    ["3", 1, true],
  ])("with exit code %s of the command", (code, status, differs) => {
    expect(look(code).status).toBe(status);
    expect(fs.existsSync(`${runner.temp}/drift/differs`)).toBe(differs);
    expect(runner.read("temp/drift/summary.md")).toContain(`(exit code ${code})`);
  });

  it("leaves the report as the command wrote it", () => {
    runner.write({ "temp/drift/summary.md": "### Drift" });
    look("1");
    expect(runner.read("temp/drift/summary.md")).toBe("### Drift");
  });
});

const all = Object.entries({ plan, apply, drift }).flatMap(([workflow, jobs]) =>
  Object.entries(jobs).map(([name, job]) => ({ workflow, name, job })),
);

describe("of all three", () => {
  it("each job may do what it needs, and no more", () => {
    const identity = { contents: "read", "id-token": "write" };
    const said = Object.fromEntries(
      all.map(({ workflow, name, job }) => [`${workflow} ${name}`, job.permissions]),
    );
    expect(said).toEqual({
      "plan changes": undefined,
      "plan rehearse": undefined,
      "plan plan": identity,
      "plan comment": { contents: "read", actions: "read", "pull-requests": "write" },
      "apply find": undefined,
      "apply plan": { ...identity, actions: "read", "pull-requests": "read" },
      "apply apply": { ...identity, actions: "read" },
      "drift find": undefined,
      "drift drift": identity,
      "drift report": { contents: "read", actions: "read", issues: "write" },
    });
  });

  it("nothing happens where no environment is named, and on no branch but main", () => {
    for (const { find } of [apply, drift]) {
      expect(find?.if).toBe("vars.INFRA_ENVIRONMENTS != '' && github.ref == 'refs/heads/main'");
    }
  });

  it("only the job of the protected environment becomes the role that applies", () => {
    const becoming = all.filter(({ job }) =>
      /awsApplyRole|azureApplyClient|PLAN_IDENTITY/.test(JSON.stringify(job)),
    );
    expect(becoming.map(({ workflow, name }) => `${workflow} ${name}`)).toEqual(["apply apply"]);
  });

  it("no secret is in what a whole job sees", () => {
    for (const { job } of all) {
      expect(job).not.toHaveProperty("env");
      for (const step of job.steps) expect(JSON.stringify(step.with ?? {})).not.toContain("secrets");
    }
  });

  it("every shell part passes shellcheck", () => {
    const parts = all.flatMap(({ workflow, name, job }) =>
      job.steps.flatMap(({ run }, index) =>
        run ? [[`parts/${workflow}-${name}-${index}.sh`, `${run}\n`] as const] : [],
      ),
    );
    expect(parts.length).toBeGreaterThan(20);
    runner.write(Object.fromEntries(parts));
    const files = parts.map(([file]) => path.join(runner.folder, file));
    expect(spawnSync("shellcheck", ["-s", "bash", ...files], { encoding: "utf8" }).stdout).toBe("");
  });
});
