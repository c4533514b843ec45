import { execFileSync } from "node:child_process";
import type { Report } from "../../../rehearsal/rehearse";
import { PROJECT, rehearseCommand } from "../fixtures/command";

/** Before clouds, workloads and workspaces were rearranged. Users may have applied it, and upgrade from there. */
const EARLIER = "ee870ea86b0eec8caec6c765f12bbb3153ccfcb5";
const THERE_WERE = ["local", "azure", "aws"];

/** AWS puts a new policy over the old one, and the provider calls that a replacement: nothing is in it that could be lost. */
const HOLDS_NOTHING = ["aws_ecr_lifecycle_policy"];

const isThere = (): boolean => {
  try {
    execFileSync("git", ["cat-file", "-e", `${EARLIER}^{commit}`], { cwd: PROJECT, stdio: "ignore" });
    return true;
  } catch {
    process.stdout.write(`skipped: this clone has no commit ${EARLIER}; 'git fetch --unshallow' brings it\n`);
    return false;
  }
};

(isThere() ? it : it.skip)(
  "what an earlier commit applied is neither destroyed nor replaced nor left behind, in any environment",
  async () => {
    const { stdout, stderr } = await rehearseCommand([...THERE_WERE, "--from", EARLIER, "--json"]);
    if (!stdout) throw new Error(stderr);
    const { workspaces, orphans } = JSON.parse(stdout) as Report;
    expect(orphans).toEqual([]);
    expect(workspaces.length).toBeGreaterThan(30);
    const lost = workspaces.flatMap(({ workspace, changes = [], outcome }) => [
      ...(outcome === "passed" ? [] : [{ workspace, outcome }]),
      ...changes
        .filter(({ action, uncertain }) => uncertain || !["create", "update", "move"].includes(action))
        .filter(({ address }) => !HOLDS_NOTHING.includes(address.split(".")[0] as string))
        .map((change) => ({ workspace, ...change })),
    ]);
    expect(lost).toEqual([]);
  },
  600_000,
);
