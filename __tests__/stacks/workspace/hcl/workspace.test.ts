import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LoadBalancerPool } from "@cdktf/provider-cloudflare/lib/load-balancer-pool";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Release } from "@cdktf/provider-helm/lib/release";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { SelfSignedCert } from "@cdktf/provider-tls/lib/self-signed-cert";
import { App } from "cdktf";
import { ForgottenRelease } from "../../../../constructs/kubernetes/forgotten-release";
import { PlatformStack } from "../../../../stacks/workspace/platform-stack";
import { environment, synthesizeToMemory } from "../../../support/synth";

/** A workspace with a structure of every kind: maps, lists, real blocks, conditions, references. */
class Sample extends PlatformStack<{ readonly certificate: string }> {
  readonly certificate: SelfSignedCert;

  constructor(app: App) {
    super(app, { id: "sample", kind: "sample" }, { kind: "local" });
    new HelmProvider(this, "Helm", {
      kubernetes: {
        host: "https://192.0.2.1:6443",
        exec: { apiVersion: "v1", command: "aws", args: ["eks"] },
      },
    });
    new CloudflareProvider(this, "Cloudflare");
    new LoadBalancerPool(this, "Pool", {
      accountId: "0",
      name: "pool",
      origins: [{ name: "eu", address: "192.0.2.2", enabled: true, header: { host: ["eu.example.com"] } }],
    });
    new TlsProvider(this, "Tls");
    this.certificate = new SelfSignedCert(this, "Certificate", {
      privateKeyPem: "key",
      allowedUses: ["cert_signing"],
      validityPeriodHours: 1,
      subject: [{ commonName: "CA" }],
      lifecycle: {
        preventDestroy: true,
        ignoreChanges: ["subject"],
        precondition: [{ condition: '${path.module != ""}', errorMessage: 'say "why"' }],
      },
    });
    new Release(this, "Release", {
      name: "traefik",
      chart: "traefik",
      set: [
        { name: "a", value: "one" },
        { name: "b", value: "two" },
      ],
      values: ["quoted: \"yes\"\nregexp: '^\\d+$'\n"],
      dependsOn: [this.certificate],
    });
    new ForgottenRelease(this, "Forgotten");
    this.publish({ certificate: this.certificate.certPem });
  }
}

let outdir: string;
let sample: Sample;
let hcl: string;
beforeAll(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hcl-"));
  sample = new Sample(new App({ outdir }));
  hcl = sample.toHclTerraform().hcl;
});
afterAll(() => fs.rmSync(outdir, { recursive: true }));

it.each([
  [
    "a map of helm's as an attribute",
    '  kubernetes = {\n    exec = {\n      api_version = "v1"\n      args = [\n',
  ],
  ["a list in it", '      args = [\n        "eks",\n      ]\n'],
  [
    "helm's list of maps as an attribute",
    '  set = [\n    {\n      name  = "a"\n      value = "one"\n    },\n',
  ],
  [
    "Cloudflare's lists in maps in lists",
    '      header = {\n        host = [\n          "eu.example.com",\n',
  ],
  ["blocks of other providers", '\n  subject {\n    common_name = "CA"\n  }\n'],
  ["lines as they are", "    <<EOT\nquoted: \"yes\"\nregexp: '^\\d+$'\nEOT\n    ,\n"],
  [
    "a condition",
    '    precondition {\n      condition     = path.module != ""\n      error_message = "say \\"why\\""\n',
  ],
  [
    "what an apply leaves alone",
    "    prevent_destroy = true\n    ignore_changes = [\n      subject,\n    ]\n",
  ],
  ["a dependency", "  depends_on = [\n    tls_self_signed_cert.Certificate,\n  ]\n"],
  ["what is forgotten", "removed {\n  from = helm_release.Forgotten_"],
  ["an output", 'output "certificate" {\n  value = tls_self_signed_cert.Certificate.cert_pem\n}\n'],
  ["the version of Terraform", '  required_version = ">= 1.11.0"\n'],
])("writes %s", (_, text) => {
  expect(hcl).toContain(text);
});

it("writes what `terraform fmt` leaves as it is, in every workspace", () => {
  const { files } = synthesizeToMemory(
    (["local", "azure", "aws"] as const).map((name) => environment(name)),
    { hcl: true },
  );
  const texts = Object.entries(files).flatMap(([file, text]) => (file.endsWith("/cdk.tf") ? [text] : []));
  expect(texts.length).toBeGreaterThan(30);
  [hcl, ...texts].forEach((text, index) => void fs.writeFileSync(path.join(outdir, `${index}.tf`), text));
  const env = { ...process.env, TF_CLI_CONFIG_FILE: os.devNull };
  execFileSync("terraform", ["fmt", "-list=false", outdir], { env, stdio: "pipe" });
  const formatted = [hcl, ...texts].map((_, index) =>
    fs.readFileSync(path.join(outdir, `${index}.tf`), "utf8"),
  );
  expect(formatted).toEqual([hcl, ...texts]);
});

describe("what HCL cannot say is an error", () => {
  it("an override that may be a block or an attribute", () => {
    sample.certificate.addOverride("unknown", [{ nested: true }]);
    expect(() => sample.toHclTerraform()).toThrow(
      'HCL: whether "unknown" of tls_self_signed_cert.Certificate is a block or an attribute is not known; write JSON',
    );
    sample.certificate.addOverride("unknown", undefined);
  });

  it("a block that is not known", () => {
    sample.addOverride("ephemeral", { random_password: {} });
    expect(() => sample.toHclTerraform()).toThrow('HCL: no block "ephemeral" is known; write JSON');
  });
});
