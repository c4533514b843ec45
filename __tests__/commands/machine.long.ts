import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkOut } from "../../benchmarks/scale/checkout";
import { filesBelow } from "../support/files";
import { itWithMounts, withMounts } from "../support/machine";

let folder: string;
let checkout: string;
let expected: Readonly<Record<string, string>>;

/** One checkout for all, in a folder whose name no program may take apart. */
beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-machine-")));
  fs.chmodSync(folder, 0o755);
  checkout = path.join(folder, `it's $$ "quoted" \`here\` %s`);
  checkOut(checkout);
  expectSound(inCheckout(SYNTH));
  expected = filesBelow(path.join(checkout, "cdktf.out"));
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of ["cdktf.out", "state", "other"]) {
    fs.rmSync(path.join(checkout, name), { recursive: true, force: true });
  }
});

/** In a shell, as npm and cdktf run their commands. */
const SYNTH = `"$NODE" runner/run.cjs commands/synth.ts local --quiet`;

const inCheckout = (script: string) =>
  spawnSync("bash", ["-euc", script], {
    cwd: checkout,
    env: { ...process.env, NODE: process.execPath },
    encoding: "utf8",
  });

const mounted = (script: string) => withMounts(script, checkout);

const written = (name = "cdktf.out") => filesBelow(path.join(checkout, name));

function expectSound({ status, stdout, stderr }: SpawnSyncReturns<string>): void {
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
}

/** One message, and no stack trace. */
function expectRefused({ status, stderr }: SpawnSyncReturns<string>, message: RegExp): void {
  expect(stderr).toMatch(/^[^\n]+: 1 problem\n {2}[^\n]+\n$/);
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
}

describe("a checkout whose path holds quotes and dollars", () => {
  it("synthesizes the same as any other, alone and through a shell of cdktf's", () => {
    const { NODE_OPTIONS: _, ...variables } = process.env;
    const byCdktf = spawnSync("node runner/run.cjs main.ts", {
      cwd: checkout,
      env: { ...variables, ENVIRONMENT: "local", CDKTF_OUTDIR: "other" },
      shell: true,
      encoding: "utf8",
    });
    expectSound(byCdktf);
    expect(written("other")).toEqual(expected);
  });

  it("draws graphs and checks what clusters fetch", () => {
    expect(inCheckout(`"$NODE" runner/run.cjs commands/graph.ts local`).stdout).toMatch(
      /^%% local\nflowchart/,
    );
    expect(inCheckout(`"$NODE" runner/run.cjs commands/gitops.ts aws --check`).stderr).toMatch(/ 0 differs/);
  });
});

describe("cdktf.out on another file system", () => {
  itWithMounts("is written like any other", () => {
    const script = `mkdir cdktf.out; mount -t tmpfs none cdktf.out; ${SYNTH}; ${SYNTH}; cp -a cdktf.out other`;
    expectSound(mounted(script));
    expect(written("other")).toEqual(expected);
    expect(fs.existsSync(path.join(checkout, "state"))).toBe(true);
  });

  itWithMounts("may be one that begins with a folder of its own", () => {
    const script = `mkdir -p cdktf.out; mount -t tmpfs none cdktf.out; mkdir cdktf.out/lost+found; ${SYNTH}`;
    expectSound(mounted(script));
  });

  itWithMounts(
    "may be where a link leads; states lie where Terraform looks for them, beside the folder itself",
    () => {
      const there = path.join(folder, "there");
      fs.mkdirSync(there);
      fs.symlinkSync(path.join(there, "out"), path.join(checkout, "cdktf.out"));
      const script = `mount -t tmpfs none '${there}'; mkdir '${there}/out'; ${SYNTH}; ${SYNTH}; cp -a '${there}' other`;
      expectSound(mounted(script));
      expect(written("other/out")).toEqual(expected);
      expect(fs.readdirSync(path.join(checkout, "other")).sort()).toEqual(["out", "state"]);
      expect(fs.readdirSync(checkout)).not.toContain("state");
    },
  );

  itWithMounts("may be only in part: workspaces that a link leads to are copied", () => {
    expectSound(inCheckout(SYNTH));
    const script = `mount -t tmpfs none /mnt; mv cdktf.out/stacks /mnt; ln -s /mnt/stacks cdktf.out/stacks;
      rm /mnt/stacks/local-pki/*.json; ${SYNTH}; rm cdktf.out/stacks; cp -a /mnt/stacks cdktf.out/stacks`;
    expectSound(mounted(script));
    expect(written()).toEqual(expected);
  });
});

describe("a machine that has no room", () => {
  itWithMounts("is told, and what was there stays whole", () => {
    const fill = "head -c 1G /dev/zero > cdktf.out/stacks/filling 2>/dev/null || true; rm -rf other";
    const script = `mkdir cdktf.out; mount -t tmpfs -o size=2m none cdktf.out; ${SYNTH}
      echo old > cdktf.out/stacks/local-pki/cdk.tf.json; ${fill}
      trap 'rm cdktf.out/stacks/filling; cp -a cdktf.out other' EXIT; ${SYNTH}`;
    expectRefused(
      mounted(script),
      /no space is left on the disk \(ENOSPC\); the workspaces are as they were/,
    );
    const before = { ...expected, "stacks/local-pki/cdk.tf.json": "old\n" };
    expect(written("other")).toEqual(before);
  });
});

describe("a checkout that may not be written", () => {
  const readOnly = `mount --bind . . && mount -o remount,bind,ro . && cd "$PWD"`;
  const elsewhere = () => path.join(folder, "elsewhere/out");
  afterEach(() => fs.rmSync(path.dirname(elsewhere()), { recursive: true, force: true }));

  itWithMounts("says so, and synthesizes into a folder that may", () => {
    expectRefused(
      mounted(`${readOnly}; ${SYNTH}`),
      /cdktf\.out: 1 problem\n {2}the file system is read-only \(EROFS/,
    );
    expectSound(mounted(`${readOnly}; ${SYNTH} --outdir '${elsewhere()}'`));
    expect(filesBelow(elsewhere())).toEqual(expected);
  });

  const asNobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
  const canBeNobody = inNobodysReach();

  /** A machine's Node, or the packages, may lie where only their owner may look. */
  function inNobodysReach(): boolean {
    const script = `${asNobody} '${process.execPath}' -e 'require("cdktf/package.json")'`;
    return spawnSync("bash", ["-c", script], { cwd: path.join(__dirname, "../..") }).status === 0;
  }

  (canBeNobody ? it : it.skip)("may belong to somebody else (needs root)", () => {
    expectRefused(
      inCheckout(`${asNobody} ${SYNTH}`),
      /cdktf\.out: 1 problem\n {2}you may not write there.*\(EACCES/,
    );
    fs.mkdirSync(path.dirname(elsewhere()));
    fs.chmodSync(path.dirname(elsewhere()), 0o777);
    expectSound(inCheckout(`${asNobody} ${SYNTH} --outdir '${elsewhere()}'`));
    expect(filesBelow(elsewhere())).toEqual(expected);
  });

  (canBeNobody ? it : it.skip)(
    "loses nothing where only a part belongs to somebody else (needs root)",
    () => {
      fs.cpSync(checkout, path.join(folder, "elsewhere"), { recursive: true, verbatimSymlinks: true });
      const out = path.join(folder, "elsewhere/cdktf.out");
      const script = `cd ../elsewhere; ${SYNTH}; chown -R 65534 .; chown root cdktf.out/stacks/local-monitoring-us; ${asNobody} ${SYNTH}`;
      expectRefused(inCheckout(script), /local-monitoring-us.*: 1 problem\n {2}you may not write there/);
      expect(filesBelow(out)).toEqual(expected);
      expect(fs.readdirSync(out).sort()).toEqual([".meridian.json", "manifest.json", "stacks"]);
    },
  );
});

describe("a file where a folder is expected", () => {
  it.each(["cdktf.out", "cdktf.out/stacks", "state"])("is left alone: %s", (name) => {
    if (name !== "cdktf.out") expectSound(inCheckout(SYNTH));
    fs.rmSync(path.join(checkout, name), { recursive: true, force: true });
    fs.writeFileSync(path.join(checkout, name), "a person's");
    const before = filesBelow(checkout);
    expectRefused(inCheckout(SYNTH), /is a file; expected a folder|a file is where a folder is expected/);
    expect(filesBelow(checkout)).toEqual(before);
  });
});

describe("the cdktf CLI", () => {
  itWithMounts(
    "says nothing in red where there is no network, as the README has it run",
    () => {
      const { TF_CLI_CONFIG_FILE: _, ...variables } = process.env;
      const cli = path.join(__dirname, "../../node_modules/.bin/cdktf");
      const { stdout, stderr, status } = spawnSync("unshare", ["--net", cli, "synth"], {
        cwd: checkout,
        env: { ...variables, ENVIRONMENT: "local", CHECKPOINT_DISABLE: "1", FORCE_COLOR: "0" },
        encoding: "utf8",
      });
      expect(stdout).toMatch(/Generated Terraform code for the stacks:[\s\S]*local-api-deploy-eu/);
      expect(`${stdout}${stderr}`).not.toMatch(/error/i);
      expect(status).toBe(0);
      expect(written()).toEqual(expected);
    },
    60_000,
  );

  it("is told so wherever a page has somebody deploy by it", () => {
    const root = path.join(__dirname, "../..");
    const pages = ["README.md", ...["local", "azure", "aws"].map((name) => `docs/environments/${name}.md`)];
    for (const page of pages) {
      const text = fs.readFileSync(path.join(root, page), "utf8");
      expect(text.indexOf("CHECKPOINT_DISABLE=1")).toBeGreaterThan(-1);
      expect(text.indexOf("CHECKPOINT_DISABLE=1")).toBeLessThan(text.indexOf("npx cdktf deploy"));
    }
  });
});
