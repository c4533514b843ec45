import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { rehearseCommand } from "./fixtures/command";
import { synthesizePlatform } from "./fixtures/platform";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rehearse-command-"));
const output = path.join(temporary, "cdktf.out");
beforeAll(() => {
  fs.mkdirSync(output);
  synthesizePlatform(output);
});
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

describe("bad input ends with code 2, one message and no stack trace:", () => {
  it.each([
    ["an environment that the project does not have", ["nowhere"], /no environment "nowhere"/],
    [
      "a place without a fault",
      ["--output", output, "--at", "demo-dns"],
      /^--at demo-dns: nothing to limit; give --fail/,
    ],
    [
      "workers that are not a number",
      ["--output", output, "--parallel", "many"],
      /--parallel.*expected a whole number/,
    ],
    [
      "a revision that does not exist",
      ["--output", output, "--from", "no-such-revision"],
      /^bringing up no-such-revision\nrevision no-such-revision: (no such commit|not in this clone|.* is not in a Git repository)/,
    ],
    [
      "SARIF into a folder that is not there",
      ["--output", output, "--sarif", "/nowhere/out.sarif"],
      /^--sarif \/nowhere\/out\.sarif: cannot be written; name a file in a folder that is there$/,
    ],
    ["an unknown option", ["--every"], /unknown option '--every'/],
  ])("%s", async (_, args, says) => {
    const { code, stdout, stderr } = await rehearseCommand(args);
    expect(stderr.trim()).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([code, stdout]).toEqual([2, ""]);
  });
});

it("what is nobody's mistake ends with code 3", async () => {
  const broken = fs.mkdtempSync(path.join(temporary, "path-"));
  fs.writeFileSync(path.join(broken, "terraform"), "#!/bin/sh\necho gibberish\n", { mode: 0o755 });
  const { code, stderr } = await rehearseCommand(["--output", output], { PATH: broken });
  expect(stderr).toMatch(/SyntaxError.*gibberish/);
  expect(code).toBe(3);
});

it("prints a table, with the failure, its step, Terraform's message and the file", async () => {
  const args = ["--output", output, "--fail", "azurerm_public_ip", "--at", "demo-network-us"];
  const { code, stdout, stderr } = await rehearseCommand(args);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^failed {3}demo-network-us: apply: injected fault$/m);
  expect(stderr).toMatch(/^skipped {2}demo-node-us$/m);
  expect(stdout).toMatch(
    /error: demo-network-us at apply: injected fault\n {2}in azurerm_public_ip.Address\n {2}construct demo-network-us\/Address\n {2}stacks\/demo-network-us\/cdk.tf.json:\d+, in resource.azurerm_public_ip.Address\n/,
  );
  expect(stdout).toMatch(/^failed: 3 passed, 1 failed, 2 skipped in /m);
});

it("leaves nothing behind when it is interrupted", async () => {
  const home = fs.mkdtempSync(path.join(temporary, "home-"));
  const ended = await rehearseCommand(
    ["--output", output, "--slow", "azurerm_resource_group"],
    { TMPDIR: home },
    (child) => {
      const timer = setInterval(() => {
        const running = fs
          .readdirSync(home, { recursive: true, encoding: "utf8" })
          .some((file) => file.endsWith("first.plan"));
        if (!running) return;
        clearInterval(timer);
        child.kill("SIGINT");
      }, 20);
      child.on("close", () => clearInterval(timer));
    },
  );
  expect(ended.code).toBe(130);
  expect(ended.stderr).toMatch(/interrupted; nothing is left behind/);
  expect(fs.readdirSync(home).filter((name) => !name.startsWith("tsx-"))).toEqual([]); // tsx keeps a cache
  expect(processesWith(home)).toEqual([]);
});

/** Processes that have a text in their environment, as Linux tells it; none elsewhere. */
function processesWith(text: string): string[] {
  const ids = fs.existsSync("/proc/self/environ")
    ? fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    : [];
  return ids.filter((id) => {
    try {
      return fs.readFileSync(`/proc/${id}/environ`, "utf8").includes(text);
    } catch {
      return false; // it ended meanwhile, or is another user's process
    }
  });
}
