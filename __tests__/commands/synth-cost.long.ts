import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../..");

/** Preloaded: says, when the process ends, what it loaded and the processor time that it took. */
const REPORT = `
process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const report = { modules: Object.keys(require.cache), seconds: (userCPUTime + systemCPUTime) / 1e6 };
  require("node:fs").writeFileSync(process.env.REPORT_FILE, JSON.stringify(report));
});
`;

interface Bundle {
  readonly of: string;
  readonly recipe: string;
  readonly imports: readonly string[];
  readonly stamps: object;
}

/** The files in the bundles that the command runs: its own, and that of the packages which it imports. */
function bundled(): readonly string[] {
  const cache = path.join(root, "node_modules/.cache/bundles");
  const bundles = fs
    .readdirSync(cache, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("bundle.json"))
    .map((file) => JSON.parse(fs.readFileSync(path.join(cache, file), "utf8")) as Bundle);
  const program = bundles.find((bundle) => bundle.of === path.join(root, "commands/synth.ts"));
  const isOfIts = ({ recipe }: Bundle) =>
    program?.imports.every((name) => recipe.includes(JSON.stringify(`require("${name}")`).slice(1, -1)));
  const packages = bundles.find((bundle) => bundle.of === root && isOfIts(bundle));
  return [program, packages].flatMap((bundle) => Object.keys(bundle?.stamps ?? {}));
}

let report: { modules: string[]; seconds: number };

beforeAll(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-test-"));
  try {
    const preload = path.join(folder, "report.cjs");
    fs.writeFileSync(preload, REPORT);
    const env = { ...process.env, REPORT_FILE: path.join(folder, "report.json"), ENVIRONMENT: "" };
    const command = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).scripts
      .synth as string;
    for (const _ of ["compiles", "is measured"]) {
      const args = [
        "--require",
        preload,
        ...command.split(" ").slice(1),
        "--outdir",
        path.join(folder, "cdktf.out"),
      ];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
    report = JSON.parse(fs.readFileSync(env.REPORT_FILE, "utf8"));
    report.modules.push(...bundled());
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}, 120_000);

const loaded = (pattern: RegExp) => report.modules.filter((file) => pattern.test(file.replaceAll("\\", "/")));

describe("npm run synth", () => {
  it("loads no provider as a whole", () => {
    expect(loaded(/@cdktf\/provider-[a-z]+\/lib\/index\.js$/)).toEqual([]);
    expect(loaded(/@cdktf\/provider-/).length).toBeGreaterThan(10); // the pattern still fits
  });

  it("loads no compiler, nor validators of Kubernetes objects", () => {
    expect(
      loaded(
        /node_modules\/(esbuild|tsx|typescript|@swc|kubernetes-models|@kubernetes-models)\/.*\.[cm]?js$/,
      ),
    ).toEqual([]);
  });

  it("takes less than four times the processor time that docs/performance.md reports", () => {
    expect(report.seconds).toBeLessThan(3.5);
  });
});
