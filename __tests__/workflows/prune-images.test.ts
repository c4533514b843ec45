import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(__dirname, "../../.github/scripts/prune-images");
const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

interface Version {
  readonly digest: string;
  readonly tags?: readonly string[];
  readonly day: number;
}

/** Runs the script against a registry of the given versions and manifests; returns the digests that it deletes. */
function prune(
  versions: readonly Version[],
  manifests: Readonly<Record<string, readonly string[]>>,
  keep: number,
) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-prune-"));
  try {
    const rows = versions.map(({ digest: name, tags = [], day }, id) =>
      [id, name, `2026-01-0${day}T00:00:00Z`, tags.join(",")].join("\t"),
    );
    fs.writeFileSync(path.join(folder, "rows"), rows.map((row) => `${row}\n`).join(""));
    for (const [name, children] of Object.entries(manifests)) {
      const index = { manifests: children.map((child) => ({ digest: child })) };
      fs.writeFileSync(path.join(folder, name), JSON.stringify(index));
    }
    const command = (name: string, lines: readonly string[]): void =>
      fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${lines.join("\n")}\n`, { mode: 0o755 });
    command("gh", [
      'case "$*" in',
      "  *users/owner*) echo orgs ;;",
      '  *DELETE*) echo "$*" >> "$0.deleted" ;;',
      `  *) cat "${folder}/rows" ;;`,
      "esac",
    ]);
    command("docker", ["for last; do :; done", `cat "${folder}/\${last#*@}"`]);
    const { status, stderr } = spawnSync(script, ["ghcr.io/owner/api", String(keep)], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}` },
    });
    const calls = fs.existsSync(path.join(folder, "gh.deleted"))
      ? fs.readFileSync(path.join(folder, "gh.deleted"), "utf8").trim().split("\n")
      : [];
    const deleted = calls.map((call) => versions[Number(call.split("/").at(-1))]?.digest);
    return { status, stderr, deleted };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const registry: readonly Version[] = [
  { digest: digest("a"), tags: ["0.3.0", "c0ffee"], day: 3 },
  { digest: digest("1"), day: 3 },
  { digest: digest("2"), tags: [`sha256-${"a".repeat(64)}`], day: 3 },
  { digest: digest("b"), tags: ["0.2.0"], day: 2 },
  { digest: digest("3"), day: 2 },
  { digest: digest("c"), tags: ["0.1.0"], day: 1 },
  { digest: digest("4"), day: 1 },
  { digest: digest("5"), tags: [`sha256-${"c".repeat(64)}`], day: 1 },
  { digest: digest("6"), tags: ["experiment"], day: 1 },
];
const manifests = {
  [digest("a")]: [digest("1")],
  [digest("b")]: [digest("3")],
  [digest("c")]: [digest("4")],
};

it("deletes old releases with all that belongs to them, and nothing that a kept one names", () => {
  const { status, deleted } = prune(registry, manifests, 2);
  expect(status).toBe(0);
  expect(deleted).toEqual([digest("c"), digest("4"), digest("5")]);
});

it("deletes nothing where all releases are kept", () => {
  expect(prune(registry, manifests, 9).deleted).toEqual([]);
});

it("deletes nothing where no release is found", () => {
  const { status, deleted } = prune([{ digest: digest("1"), day: 1 }], {}, 2);
  expect([status, deleted]).toEqual([1, []]);
});
