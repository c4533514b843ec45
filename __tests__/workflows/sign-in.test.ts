import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(__dirname, "../../.github/scripts/sign-in");

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-sign-in-"));
  // What it is called with, and what it reads.
  fs.writeFileSync(path.join(folder, "docker"), '#!/bin/sh\necho "$@"\ncat >&2\n', { mode: 0o755 });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const GOOD = { REGISTRY: "sjc.vultrcr.com/meridian", REGISTRY_USER: "ci", REGISTRY_PASSWORD: "a $ecret" };

const signIn = (change: Readonly<Record<string, string>> = {}) =>
  spawnSync(script, {
    encoding: "utf8",
    env: { PATH: `${folder}:${process.env["PATH"]}`, ...GOOD, ...change },
  });

it("signs in to the host, with a password that no other process sees", () => {
  const { status, stdout, stderr } = signIn();
  expect(status).toBe(0);
  expect(stdout.trim()).toBe("login sjc.vultrcr.com --username ci --password-stdin");
  expect(stderr).toBe(GOOD.REGISTRY_PASSWORD);
});

it.each([
  [{ REGISTRY: "" }, "REGISTRY is empty; expected it among the variables and secrets of the repository"],
  [{ REGISTRY_USER: "" }, "REGISTRY_USER is empty"],
  [{ REGISTRY_PASSWORD: "" }, "REGISTRY_PASSWORD is empty"],
  [{ REGISTRY: "sjc.vultrcr.com" }, "REGISTRY is 'sjc.vultrcr.com'; expected host and path, such as"],
  [{ REGISTRY: "--help/x" }, "expected host and path"],
])("says what is wrong with %j, and signs in nowhere", (change, message) => {
  const { status, stdout, stderr } = signIn(change);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});
