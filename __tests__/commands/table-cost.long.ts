import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { report } from "../../commands/synth-report";
import type { EnvironmentInput } from "../../config/schema/environment";
import { synthesize } from "../../stacks/synthesis";
import { environment } from "../support/synth";

jest.setTimeout(120_000);

/** `azure` with this many regions, each with a cluster; workspaces read and publish more, the more regions there are. */
const withRegions = (count: number) =>
  environment("azure", (input) => {
    const { lb } = input.regions["eu"]?.clusters ?? {};
    const region = (index: number): EnvironmentInput["regions"][string] => ({
      network: {
        kind: "azure",
        location: "westeurope",
        cidr: `10.${64 + (index >> 4)}.${(index % 16) * 16}.0/20`,
      },
      clusters: { [`r${index}`]: { kind: "k3s", role: "api" }, ...(index === 0 && lb ? { lb } : {}) },
    });
    input.regions = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`r${index}`, region(index)]),
    );
    Object.assign(input.balancer, { routing: { kind: "geo", defaultRegion: "r0" } });
  });

/** Seconds of processor time: what else the machine does changes them little. */
function processor<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(before);
  return [done, (user + system) / 1e6];
}

it.each([10, 50, 100])("with %d regions what is printed costs at most a tenth of the synthesis", (count) => {
  const outdir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-table-")), "cdktf.out");
  const configured = withRegions(count);
  try {
    const [synthesis, synthesized] = processor(() => synthesize([configured], { outdir, hcl: false }));
    const [text, printed] = processor(() => report([configured], synthesis, []));
    expect(text.split("\n").length).toBeGreaterThan(synthesis.workspaces.length);
    console.log(
      `${synthesis.workspaces.length} workspaces: synthesis ${synthesized.toFixed(2)} s, table ${printed.toFixed(3)} s`,
    );
    expect(printed).toBeLessThan(synthesized / 10);
  } finally {
    fs.rmSync(path.dirname(outdir), { recursive: true });
  }
});
