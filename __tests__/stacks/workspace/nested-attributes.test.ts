import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { LoadBalancerPool } from "@cdktf/provider-cloudflare/lib/load-balancer-pool";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Release } from "@cdktf/provider-helm/lib/release";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { SelfSignedCert } from "@cdktf/provider-tls/lib/self-signed-cert";
import { App } from "cdktf";
import { PlatformStack } from "../../../stacks/workspace/platform-stack";

/** A workspace with a structure of every kind: map, list, list of maps with lists in them, and a real block. */
class Sample extends PlatformStack {
  constructor(app: App) {
    super(app, "sample", { kind: "local" });
    new HelmProvider(this, "Helm", {
      kubernetes: {
        host: "https://192.0.2.1:6443",
        exec: {
          apiVersion: "client.authentication.k8s.io/v1beta1",
          command: "aws",
          args: ["eks", "get-token"],
        },
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
    });
    new CloudflareProvider(this, "Cloudflare");
    new LoadBalancerPool(this, "Pool", {
      accountId: "0",
      name: "pool",
      origins: [{ name: "eu", address: "192.0.2.2", enabled: true, header: { host: ["eu.example.com"] } }],
    });
    new TlsProvider(this, "Tls");
    new SelfSignedCert(this, "Certificate", {
      privateKeyPem: "key",
      allowedUses: ["cert_signing"],
      validityPeriodHours: 1,
      subject: [{ commonName: "CA" }],
    });
    this.publish({});
  }
}

let outdir: string;
let hcl: string;
beforeAll(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-hcl-"));
  hcl = new Sample(new App({ outdir })).toHclTerraform().hcl;
});
afterAll(() => fs.rmSync(outdir, { recursive: true }));

it("writes helm's map as an attribute", () => {
  expect(hcl).toMatch(/kubernetes = \{\nexec = \{\n[\s\S]*?\n\}\nhost = "https:\/\/192\.0\.2\.1:6443"\n\}/);
});

it("writes the list in a map in helm's map as a list", () => {
  expect(hcl).toContain('args = "${tolist(["eks", "get-token"])}"');
});

it("writes helm's list of maps as an attribute", () => {
  expect(hcl).toMatch(/set = \[\n\{\nname = "a"\nvalue = "one"\n\},\n\{\nname = "b"\nvalue = "two"\n\}\n\]/);
});

it("writes Cloudflare's lists of maps with maps of lists in them", () => {
  expect(hcl).toMatch(
    /origins = \[\n\{\naddress = "192\.0\.2\.2"\nenabled = true\nheader = \{\nhost = \[\n?"eu\.example\.com",?\n?\]\n\}\nname = "eu"\n\}\n\]/,
  );
});

it("leaves real blocks of other providers as blocks", () => {
  expect(hcl).toContain('subject {\ncommon_name = "CA"\n}');
});

it("renders no object that nobody wrote out", () => {
  expect(hcl).not.toContain("[object Object]");
});
