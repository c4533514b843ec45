import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { K3S_VERSION } from "../../config/k3s";
import { BOOTSTRAP_SCRIPT, bootstrapExports, customScript } from "../../constructs/k3s/bootstrap";
import { serverConfig } from "../../constructs/k3s/config";

const inputs = { config: "a: 1\n", admission: "b: 2\n", audit: "c: 3\n" };

/** What a shell reads from the exports. */
const environment = (script: string): Record<string, string> => {
  const { stdout } = spawnSync("bash", ["-c", `${script}\nenv -0`], {
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return Object.fromEntries(
    stdout
      .toString()
      .split("\0")
      .filter((line) => line.startsWith("MERIDIAN_"))
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])
      .map(([name, value]) => [name, Buffer.from(value, "base64").toString()]),
  );
};

describe("the inputs of bootstrap.sh", () => {
  it("reach the shell as they are, whatever they contain", () => {
    const config = `it's "quoted": $(rm -rf /) \${HOME} \`id\` \\ \u00e9\n`;
    expect(environment(bootstrapExports({ ...inputs, config }).join("\n"))).toEqual({
      MERIDIAN_K3S_VERSION: K3S_VERSION,
      MERIDIAN_K3S_CONFIG: config,
      MERIDIAN_K3S_ADMISSION: inputs.admission,
      MERIDIAN_K3S_AUDIT: inputs.audit,
    });
  });

  it("are exactly the variables that the script's head lists", () => {
    const authority = { certificate: "c", privateKey: "k" };
    const all = bootstrapExports({
      ...inputs,
      traefik: "t",
      releases: "https://mirror.example.com",
      backup: { container: "https://example.blob.core.windows.net/eu" },
      checksums: { amd64: "0".repeat(64), arm64: "1".repeat(64) },
      authorities: { client: authority, server: authority },
    });
    const head = fs.readFileSync(BOOTSTRAP_SCRIPT, "utf8").split("\nset -euo", 1).join();
    const listed = [...head.matchAll(/(?<=^# {3})MERIDIAN_\w+/gm)].map(([name]) => name);

    expect(Object.keys(environment(all.join("\n"))).sort()).toEqual(listed.sort());
  });

  it("are refused with all problems at once", () => {
    const attempt = () =>
      bootstrapExports({
        ...inputs,
        version: "1.36.4",
        checksums: { arm64: "ABC" },
        releases: "http://mirror",
      });

    expect(attempt).toThrow(
      [
        "k3s bootstrap: 'version' must be a release tag such as v1.36.4+k3s1, got '1.36.4'",
        "k3s bootstrap: 'checksums.arm64' must be a SHA-256 of 64 lower-case hexadecimal digits, got 'ABC'",
        "k3s bootstrap: 'releases' must be an address such as https://mirror.example.com/k3s, got 'http://mirror'",
      ].join("\n"),
    );
  });
});

describe.each([
  ["JSON", false],
  ["HCL", true],
])("Terraform, given the script in %s", (_syntax, hcl) => {
  it("puts values that only it knows into the exports", () => {
    const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-script-"));
    try {
      const app = new App({ outdir });
      const stack = new TerraformStack(app, "node");
      const address = new TerraformVariable(stack, "address", { type: "string" }).stringValue;
      const key = new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue;
      const authority = { certificate: "certificate\n", privateKey: key };
      const config = serverConfig({ tlsSans: [address], nodeExternalIp: address, bundledTraefik: true });
      new TerraformOutput(stack, "script", {
        value: customScript(
          { ...inputs, config, authorities: { client: authority, server: authority } },
          BOOTSTRAP_SCRIPT,
        ),
        sensitive: true,
      });
      app.synth();

      const cwd = path.join(outdir, "stacks", "node");
      if (hcl) {
        fs.rmSync(path.join(cwd, "cdk.tf.json"));
        fs.writeFileSync(path.join(cwd, "cdk.tf"), stack.toHclTerraform().hcl);
      }
      const secret = "-----BEGIN EC PRIVATE KEY-----\nnever in the open\n-----END EC PRIVATE KEY-----\n";
      const env = {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        TF_VAR_address: "203.0.113.10",
        TF_VAR_key: secret,
      };
      const terraform = (...command: string[]) =>
        execFileSync("terraform", command, { cwd, env, stdio: "pipe" });
      terraform("init", "-input=false");
      terraform("apply", "-auto-approve", "-input=false");
      const script = Buffer.from(terraform("output", "-raw", "script").toString(), "base64").toString();

      const [exports = "", file] = script.split("\n#!/bin/bash\n");
      expect(exports).toMatch(/^#!\/bin\/bash\n/);
      expect(environment(exports)).toMatchObject({
        MERIDIAN_K3S_CONFIG: serverConfig({
          tlsSans: ["203.0.113.10"],
          nodeExternalIp: "203.0.113.10",
          bundledTraefik: true,
        }),
        MERIDIAN_CLIENT_CA_KEY: secret,
      });
      expect(`#!/bin/bash\n${file}`).toBe(fs.readFileSync(BOOTSTRAP_SCRIPT, "utf8"));
      // The agent takes up to 256 KB of base64.
      expect(Buffer.from(script).toString("base64").length).toBeLessThan(256_000);
    } finally {
      fs.rmSync(outdir, { recursive: true });
    }
  });
});
