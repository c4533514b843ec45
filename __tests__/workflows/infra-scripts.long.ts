import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Runner } from "./fixtures/runner";

let runner: Runner;
beforeEach(() => {
  runner = new Runner();
});
afterEach(() => runner.end());

describe("delivered-environments", () => {
  const list = (settings: string) =>
    runner.script("delivered-environments", [], { INFRA_ENVIRONMENTS: settings });

  it("fills in what is not said, so that a job never sees an unknown field", () => {
    const [entry] = JSON.parse(list('{"my-azure":{"azureTenant":"t"}}').stdout);
    expect(entry).toEqual({
      name: "my-azure",
      secret: "TERRAFORM_VARIABLES_MY_AZURE",
      runner: "ubuntu-24.04",
      protected: "production",
      awsPlanRole: "",
      awsApplyRole: "",
      awsRegion: "",
      azurePlanClient: "",
      azureApplyClient: "",
      azureTenant: "t",
      azureSubscription: "",
      gcpProvider: "",
      gcpPlanAccount: "",
      gcpApplyAccount: "",
    });
  });

  it("lists nothing where nothing is set", () => {
    expect(list("")).toMatchObject({ status: 0, stdout: "[]\n" });
  });

  it.each([
    ["{", "no JSON"],
    ["[]", "not an object"],
    ['{"a b":{}}', "a b: expected the name of an environment"],
    ['{"aws":"x"}', "aws: expected an object"],
    ['{"aws":{"role":"x"}}', "aws.role: unknown; known: runner, protected, awsPlanRole"],
    ['{"aws":{"runner":["x"]}}', "aws.runner: expected a text"],
  ])("says what is wrong with %s", (settings, message) => {
    const { status, stdout, stderr } = list(settings);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`INFRA_ENVIRONMENTS: ${message}`);
  });
});

describe("with-google", () => {
  const provider = "projects/123456789012/locations/global/workloadIdentityPools/github/providers/github";
  const identity = {
    GOOGLE_PROVIDER: provider,
    GOOGLE_ACCOUNT: "plan@example-project.iam.gserviceaccount.com",
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://token.example.com/?version=2",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "canary",
  };
  const show = 'cat "$GOOGLE_APPLICATION_CREDENTIALS"; stat -c %a "$GOOGLE_APPLICATION_CREDENTIALS" >&2';

  it("runs a command with credentials that hold no key, and takes them away afterwards", () => {
    const { status, stdout, stderr } = runner.script("with-google", ["bash", "-c", show], identity);
    expect([status, stderr]).toEqual([0, "600\n"]);
    expect(JSON.parse(stdout)).toMatchObject({
      audience: `//iam.googleapis.com/${provider}`,
      service_account_impersonation_url:
        "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/plan@example-project.iam.gserviceaccount.com:generateAccessToken",
      credential_source: {
        url: `https://token.example.com/?version=2&audience=${encodeURIComponent(`https://iam.googleapis.com/${provider}`)}`,
        headers: { Authorization: "Bearer canary" },
      },
    });
    expect(fs.readdirSync(runner.temp)).toEqual([]);
  });

  it("ends as the command ends", () => {
    expect(runner.script("with-google", ["bash", "-c", "exit 7"], identity).status).toBe(7);
    expect(runner.script("with-google", ["bash", "-c", "exit 7"]).status).toBe(7);
  });

  it.each([
    ["GOOGLE_PROVIDER", "github", "gcpProvider is 'github'; expected what gcp-github publishes"],
    ["GOOGLE_ACCOUNT", "", "the account is ''; expected a service account's address"],
    ["ACTIONS_ID_TOKEN_REQUEST_URL", "", "this job has no identity"],
  ])("refuses %s=%j", (name, value, says) => {
    const { status, stderr } = runner.script("with-google", ["true"], { ...identity, [name]: value });
    expect(status).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe("passed-on-main", () => {
  const check = (answer: object, commit = "HEAD") => {
    runner.program("gh", `printf '%s' '${JSON.stringify({ workflow_runs: answer })}'`);
    const work = path.join(runner.folder, "work");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: work });
    fs.mkdirSync(work, { recursive: true });
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "--message", "merged");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("commit", "--quiet", "--allow-empty", "--message", "elsewhere");
    const name = execFileSync("git", ["rev-parse", commit], { cwd: work, encoding: "utf8" }).trim();
    return runner.script("passed-on-main", [name], {}, work);
  };
  const run = (id: number, conclusion: string, status = "completed") => ({ id, status, conclusion });

  it("takes a commit of main whose last run passed", () => {
    expect(check([run(1, "failure"), run(2, "success")], "HEAD~1").status).toBe(0);
  });

  it.each([
    ["is not on main", [run(1, "success")], "HEAD", "is not on main"],
    ["failed", [run(1, "success"), run(2, "failure")], "HEAD~1", "has not passed"],
    ["is still being tested", [run(1, "", "in_progress")], "HEAD~1", "running"],
    ["was never tested", [], "HEAD~1", "missing"],
  ])("refuses one that %s", (_, answer, commit, says) => {
    const { status, stderr } = check(answer, commit);
    expect(status).toBe(1);
    expect(stderr).toContain(says);
  });
});

describe("propose-image", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
  const IMAGE = "ghcr.io/example-org/api";
  let work: string;
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: work,
      encoding: "utf8",
    }).trim();
  const remote = () => path.join(runner.folder, "remote.git");
  const propose = (...args: string[]) =>
    runner.script("propose-image", args, { REMOTE: remote(), GH_TOKEN: "canary" }, work);

  beforeEach(() => {
    work = path.join(runner.folder, "work");
    runner.program("npm", 'echo "$*" >> "$FOLDER/npm"; echo "written" > deploy.yaml');
    runner.program("gh", 'echo "$*" >> "$FOLDER/gh"; [ "$2" = list ] && echo "${OPEN:-0}" || true');
    const image = (tag: string) => `image: "${IMAGE}:${tag}",\n`;
    runner.write({
      "work/config/environments/azure.overlay.ts": image("0.1.0"),
      "work/config/environments/azure.overlay.example.ts": image("0.1.0"),
      "work/config/environments/other.ts": 'image: "ghcr.io/example-org/api-of-another:0.1.0",\n',
      "work/config/workloads/api.ts": image(`0.1.1@sha256:${"0".repeat(64)}`),
      "work/deploy.yaml": "old",
    });
    execFileSync("git", ["init", "--quiet", "--bare", remote()]);
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
  });

  it("sets tag and digest wherever the image is used, and opens one pull request", () => {
    expect(propose(IMAGE, "0.2.0", digest)).toMatchObject({ status: 0, stderr: "" });
    const shown = execFileSync("git", ["--git-dir", remote(), "show", "--format=%s", "release/api-0.2.0"], {
      encoding: "utf8",
    });
    expect(shown).toMatch(/^deploy: ghcr\.io\/example-org\/api:0\.2\.0\n/);
    expect(shown.match(/^\+image: .*/gm)).toEqual(Array(2).fill(`+image: "${IMAGE}:0.2.0@${digest}",`));
    expect(shown).toContain("+written");
    expect(shown).not.toContain("example.ts");
    expect(runner.read("npm")).toBe("run --silent gitops\n");
    expect(runner.read("gh")).toContain(
      "pr create --repo example-org/meridian --base main --head release/api-0.2.0",
    );
  });

  it("updates a pull request that is open, and proposes nothing twice", () => {
    runner.program("gh", 'echo "$*" >> "$FOLDER/gh"; echo 1');
    expect(propose(IMAGE, "0.2.0", digest).status).toBe(0);
    expect(runner.read("gh")).not.toContain("pr create");
    expect(propose(IMAGE, "0.2.0", digest).stdout).toContain("already");
  });

  it("proposes nothing where nobody uses the image, and refuses what is no digest", () => {
    expect(propose("ghcr.io/example-org/web", "0.2.0", digest).stdout).toContain("no environment uses");
    expect(propose(IMAGE, "0.2.0", "latest")).toMatchObject({ status: 1 });
    expect(runner.read("gh")).toBe("");
  });
});

describe("with-variables", () => {
  const show = (variables: string) =>
    runner.script("with-variables", ["bash", "-c", 'printf "%s|" "$TF_VAR_key" "$TERRAFORM_VARIABLES"'], {
      TERRAFORM_VARIABLES: variables,
    });

  it("gives them to the command alone, and has each line hidden in the log before", () => {
    const key = "first line\n100% second";
    expect(show(JSON.stringify({ TF_VAR_key: key }))).toMatchObject({
      status: 0,
      stdout: `::add-mask::first line\n::add-mask::100%25 second\n${key}||`,
    });
  });

  it("needs none", () => {
    expect(show("")).toMatchObject({ status: 0, stdout: "||" });
  });

  it.each(["{", '["x"]', '{"PATH":"/tmp"}', '{"TF_VAR_x":1}'])(
    "takes no %s, and does not repeat it",
    (text) => {
      const { status, stdout, stderr } = show(text);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(
        /^TERRAFORM_VARIABLES: expected a JSON object of texts by name, such as \{"TF_VAR_token": "..."\}\n$/,
      );
    },
  );
});

describe("say-once", () => {
  /** GitHub's API, with what is there already. */
  const api = (existing: readonly object[]): void => {
    runner.write({ "existing.json": JSON.stringify(existing) });
    runner.program(
      "gh",
      `case "$*" in
  *--method*) echo "$*" >> "$FOLDER/calls"
    for each; do case "$each" in body=@*) cp "\${each#body=@}" "$FOLDER/body" ;; esac; done ;;
  *) cat "$FOLDER/existing.json" ;;
esac`,
    );
  };
  const BOT = { login: "github-actions[bot]" };
  const say = (...args: string[]) =>
    runner.script("say-once", [...args, path.join(runner.folder, "reports")]);
  const call = (): string =>
    runner
      .read("calls")
      .replaceAll(/body=@\S+/g, "BODY")
      .trim();

  beforeEach(() =>
    runner.write({
      "reports/reviewed-aws/summary.md": "### Plan of aws\n",
      "reports/reviewed-azure/summary.md": "### Plan of azure\n",
    }),
  );

  it("writes one comment of all reports", () => {
    api([{ id: 1, user: { login: "somebody" }, body: "<!-- meridian: comment -->" }]);
    expect(say("comment", "12")).toMatchObject({ status: 0, stderr: "" });
    expect(call()).toBe(
      "api --silent --method POST repos/example-org/meridian/issues/12/comments --field BODY",
    );
    expect(runner.read("body")).toBe(
      "<!-- meridian: comment -->\n\n## aws\n\n### Plan of aws\n\n## azure\n\n### Plan of azure\n\n[The run](https://github.com/example-org/meridian/actions/runs/7)\n",
    );
  });

  it("updates its own the next time", () => {
    api([{ id: 5, user: BOT, body: "<!-- meridian: comment -->\nold" }]);
    say("comment", "12");
    expect(call()).toBe(
      "api --silent --method PATCH repos/example-org/meridian/issues/comments/5 --field BODY",
    );
  });

  it("stays below what GitHub takes, and says which report it left out", () => {
    api([]);
    runner.write({ "reports/reviewed-aws/summary.md": "x".repeat(59_000) });
    runner.write({ "reports/reviewed-azure/summary.md": "y".repeat(9000) });
    expect(say("comment", "12").status).toBe(0);
    expect(runner.read("body").length).toBeLessThan(65_536);
    expect(runner.read("body")).toContain("Too long for here: **azure**");
  });

  it.each([
    [
      "opens an issue where something differs",
      [],
      true,
      "POST repos/example-org/meridian/issues --raw-field title=Drift --field BODY",
    ],
    [
      "updates the open one",
      [{ number: 3, user: BOT, body: "<!-- meridian: issue -->" }],
      true,
      "PATCH repos/example-org/meridian/issues/3 --field BODY",
    ],
    [
      "closes it when nothing differs",
      [{ number: 3, user: BOT, body: "<!-- meridian: issue -->" }],
      false,
      "PATCH repos/example-org/meridian/issues/3 --field BODY --raw-field state=closed",
    ],
    ["opens none where nothing differs", [{ number: 3, user: BOT, body: null }], false, ""],
  ])("%s", (_, existing, differs, expected) => {
    api(existing);
    if (differs) runner.write({ "reports/reviewed-aws/differs": "" });
    expect(say("issue", "Drift")).toMatchObject({ status: 0, stderr: "" });
    expect(call()).toBe(expected && `api --silent --method ${expected}`);
  });

  it.each([
    ["comment", "x"],
    ["page", "1"],
  ])("takes no %s %s", (...args) => {
    api([]);
    expect(say(...args).status).toBe(1);
    expect(call()).toBe("");
  });
});

describe("reviewed-plans", () => {
  const NAME = "example-org/meridian";
  let repository: string;
  const git = (...args: string[]) => execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();

  beforeEach(() => {
    repository = path.join(runner.folder, "repository");
    fs.mkdirSync(repository);
    git("init", "--quiet");
    git(
      "-c",
      "user.name=a",
      "-c",
      "user.email=a@example.com",
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      "merged",
    );
    runner.program(
      "gh",
      `case "$*" in
  *commits/*/pulls) cat "$FOLDER/pulls.json" ;;
  *head_sha=5ead*event=pull_request*) cat "$FOLDER/runs.json" ;;
  "run download 9 "*--name\\ reviewed-aws*)
    [ -f "$FOLDER/reviewed.json" ] || { echo "no valid artifacts found" >&2; exit 1; }
    mkdir -p "$FOLDER/got/reviewed"; cp "$FOLDER/reviewed.json" "$FOLDER/got/reviewed/" ;;
  *) echo "unexpected: $*" >&2; exit 9 ;;
esac`,
    );
    const commit = git("rev-parse", "HEAD");
    const run = (id: number, from: string) => ({ id, head_repository: { full_name: from } });
    runner.write({
      "pulls.json": JSON.stringify([
        { merge_commit_sha: commit, head: { sha: "5ead", repo: { full_name: NAME } } },
      ]),
      "runs.json": JSON.stringify({ workflow_runs: [run(8, NAME), run(9, NAME), run(10, "fork/meridian")] }),
      "reviewed.json": JSON.stringify({ tree: git("rev-parse", "HEAD^{tree}") }),
    });
  });

  const fetchPlans = () =>
    runner.script("reviewed-plans", ["aws", path.join(runner.folder, "got")], {}, repository);
  const nothing = (says: string) => {
    expect(fetchPlans()).toMatchObject({
      status: 0,
      output: "found=false\n",
      stdout: expect.stringContaining(says),
    });
    expect(fs.existsSync(path.join(runner.folder, "got"))).toBe(false);
  };

  it("takes those of the newest run of the pull request's own head", () => {
    expect(fetchPlans()).toMatchObject({ status: 0, output: "found=true\n", stdout: "reviewed in run 9\n" });
    expect(runner.read("got/reviewed/reviewed.json")).toContain("tree");
  });

  it("takes none of other files: something else was merged meanwhile", () => {
    runner.write({ "reviewed.json": JSON.stringify({ tree: "0".repeat(40) }) });
    nothing("planned other files than those that were merged");
  });

  it("takes none of a fork", () => {
    runner.write({
      "runs.json": JSON.stringify({
        workflow_runs: [{ id: 10, head_repository: { full_name: "fork/meridian" } }],
      }),
    });
    nothing("no run of infra-plan planned 5ead");
  });

  it("takes none of a push that is no merge, or of plans that are kept no longer", () => {
    runner.write({ "reviewed.json": "" });
    fs.rmSync(path.join(runner.folder, "reviewed.json"));
    nothing("run 9 has no plans of aws, or has them no longer: no valid artifacts found");
    runner.write({ "pulls.json": "[]" });
    nothing("is not the merge of a pull request of this repository");
  });

  it("fails where GitHub does not answer, instead of planning anew", () => {
    runner.program("gh", "echo 'HTTP 502' >&2; exit 1");
    expect(fetchPlans().status).toBe(1);
  });
});
