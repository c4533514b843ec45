import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const script = path.join(__dirname, "../../.github/scripts/await-image");
const digest = `sha256:${"a".repeat(64)}`;

/**
 * Runs the script where ECR copies to some regions.
 *
 * @param present - by region, at which question about it the image is there; never where it is absent
 */
function awaitImage(copies: readonly string[], present: Readonly<Record<string, number>>, refusal?: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-await-"));
  try {
    for (const [region, question] of Object.entries(present))
      fs.writeFileSync(path.join(folder, `${region}.present`), String(question));
    fs.writeFileSync(
      path.join(folder, "aws"),
      `#!/bin/bash
cd "${folder}"
case "$*" in
  *describe-registry*) printf '%s\\n' "${copies.join("\t")}" ;;
  *describe-images*)
    ${refusal === undefined ? ":" : `echo '${refusal}' >&2; exit 254`}
    region="$4"
    echo "$region" >> asked
    if [ -f "$region.present" ] && [ "$(grep -cx "$region" asked)" -ge "$(cat "$region.present")" ]; then exit 0; fi
    echo "An error occurred (ImageNotFoundException) when calling the DescribeImages operation" >&2
    exit 254 ;;
esac
`,
      { mode: 0o755 },
    );
    const { status, stderr } = spawnSync(script, ["meridian/api", digest], {
      encoding: "utf8",
      env: {
        PATH: `${folder}:${process.env["PATH"]}`,
        AWS_REGION: "eu-central-1",
        INTERVAL: "0",
        ATTEMPTS: "4",
      },
    });
    const asked = fs.existsSync(path.join(folder, "asked"))
      ? fs.readFileSync(path.join(folder, "asked"), "utf8").trim().split("\n")
      : [];
    return { status, stderr, asked };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

it("waits until the last region has the digest", () => {
  const { status, asked } = awaitImage(["eu-west-2", "us-east-1"], {
    "eu-central-1": 1,
    "eu-west-2": 3,
    "us-east-1": 2,
  });
  expect(status).toBe(0);
  expect(asked).toEqual(["eu-central-1", "eu-west-2", "eu-west-2", "eu-west-2", "us-east-1", "us-east-1"]);
});

it("delivers nothing while one region has not got it, and says which", () => {
  const { status, stderr } = awaitImage(["eu-west-2"], { "eu-central-1": 1 });
  expect(status).toBe(1);
  expect(stderr).toContain(`eu-west-2 has no meridian/api@${digest} after 4 attempts: nothing is delivered`);
});

it("needs no copy where the registry has none", () => {
  expect(awaitImage([], { "eu-central-1": 1 })).toMatchObject({ status: 0, asked: ["eu-central-1"] });
});

it("stops at once where it may not look, instead of waiting for an answer that never comes", () => {
  const { status, stderr } = awaitImage(["eu-west-2"], {}, "AccessDeniedException");
  expect([status, stderr.trim()]).toEqual([1, "AccessDeniedException"]);
});
