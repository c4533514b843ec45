import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Values } from "../../../rehearsal/emulator/values";
import { RANDOM_BEHAVIOURS } from "../../../rehearsal/random/behaviours";
import { TLS_BEHAVIOURS } from "../../../rehearsal/tls/behaviours";
import { secretPart } from "../../../rehearsal/tls/key";
import { covers, isPair, isSignedBy } from "../../../rehearsal/tls/pair";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "tls-"));
afterAll(() => fs.rmSync(temporary, { recursive: true }));

function make(type: string, values: Values): Record<string, string> {
  const behaviour = { ...TLS_BEHAVIOURS, ...RANDOM_BEHAVIOURS }[type];
  return behaviour?.make(values) as Record<string, string>;
}

const ALGORITHMS = [
  ["ECDSA", "P224"],
  ["ECDSA", "P256"],
  ["ECDSA", "P384"],
  ["ECDSA", "P521"],
  ["ED25519", ""],
  ["RSA", ""],
] as const;

const newKey = (algorithm = "ECDSA", curve = "P256") =>
  make("tls_private_key", { algorithm, ecdsa_curve: curve, rsa_bits: 2048 });

const authority = (key: Record<string, string>) =>
  make("tls_self_signed_cert", {
    private_key_pem: key["private_key_pem"] ?? null,
    subject: [{ common_name: "Müller's CA", organization: "Example" }],
    is_ca_certificate: true,
    validity_period_hours: 240,
    allowed_uses: ["cert_signing", "crl_signing", "digital_signature"],
  });

const leaf = (key: Record<string, string>, ca: Record<string, string>, request: Values = {}) => {
  const own = newKey();
  const csr = make("tls_cert_request", {
    private_key_pem: own["private_key_pem"] ?? null,
    subject: [{ common_name: "eu" }],
    dns_names: ["eu.example.com"],
    ip_addresses: ["192.0.2.1", "2001:db8::1"],
    uris: ["spiffe://example/api"],
    ...request,
  });
  const made = make("tls_locally_signed_cert", {
    cert_request_pem: csr["cert_request_pem"] ?? null,
    ca_private_key_pem: key["private_key_pem"] ?? null,
    ca_cert_pem: ca["cert_pem"] ?? null,
    validity_period_hours: 24,
    allowed_uses: ["server_auth", "digital_signature"],
  });
  return { own, made, pem: made["cert_pem"] ?? "" };
};

describe.each(ALGORITHMS)("keys of %s %s", (algorithm, curve) => {
  const key = newKey(algorithm, curve);
  const ca = authority(key);
  const { own, pem } = leaf(key, ca);

  it("sign certificates that hold for OpenSSL", () => {
    const [root, signed] = ["ca.pem", "leaf.pem"].map((name) =>
      path.join(temporary, `${algorithm}${curve}-${name}`),
    );
    fs.writeFileSync(root as string, ca["cert_pem"] ?? "");
    fs.writeFileSync(signed as string, pem);
    const said = execFileSync("openssl", ["verify", "-CAfile", root as string, signed as string], {
      encoding: "utf8",
    });
    expect(said.trim()).toMatch(/: OK$/);
  });

  it("belong to their own certificates alone", () => {
    expect(isPair(pem, own["private_key_pem"] ?? "")).toBe(true);
    expect(isPair(pem, newKey()["private_key_pem"] ?? "")).toBe(false);
    expect(isSignedBy(pem, ca["cert_pem"] ?? "")).toBe(true);
    expect(isSignedBy(pem, authority(newKey())["cert_pem"] ?? "")).toBe(false);
  });

  it("can be told by a part that their public half does not show", () => {
    const part = secretPart(key["private_key_pem"] ?? "") ?? "";
    expect(part.length).toBeGreaterThan(30);
    expect(key["private_key_pem"]?.replace(/\s/g, "")).toContain(part);
    expect(key["public_key_pem"]?.replace(/\s/g, "")).not.toContain(part);
  });

  it("have one form for each program", () => {
    const pkcs8 = createPrivateKey(key["private_key_pem_pkcs8"] ?? "");
    expect(pkcs8.export({ type: "pkcs8", format: "pem" })).toBe(key["private_key_pem_pkcs8"]);
    const hasSsh = curve !== "P224"; // SSH does not know the curve
    expect(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/.test(key["private_key_openssh"] ?? "")).toBe(hasSsh);
    expect(/^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp\d+) /.test(key["public_key_openssh"] ?? "")).toBe(hasSsh);
  });
});

describe("a certificate", () => {
  const key = newKey();
  const ca = authority(key);
  const { pem, made } = leaf(key, ca);
  const read = new X509Certificate(pem);

  it("is for the names of its request", () => {
    expect(covers(pem, "eu.example.com")).toBe(true);
    expect(covers(pem, "192.0.2.1")).toBe(true);
    expect(covers(pem, "us.example.com")).toBe(false);
    expect(read.subjectAltName).toContain("URI:spiffe://example/api");
  });

  it("is an authority's only if it is asked for", () => {
    expect(new X509Certificate(ca["cert_pem"] ?? "").ca).toBe(true);
    expect(read.ca).toBe(false);
  });

  it("lives as long as it is said to, and has the number of its serial", () => {
    expect(Date.parse(read.validTo) - Date.parse(read.validFrom)).toBe(24 * 3_600_000);
    expect(Date.parse(made["validity_end_time"] ?? "")).toBe(Date.parse(read.validTo));
    expect(BigInt(`0x${read.serialNumber}`).toString()).toBe(made["id"]);
  });

  it("has to be made anew once its early renewal begins", () => {
    const { outdated } = TLS_BEHAVIOURS["tls_locally_signed_cert"] ?? {};
    expect(outdated?.({ ...made, early_renewal_hours: 12 })).toBeUndefined();
    expect(outdated?.({ ...made, early_renewal_hours: 24 })).toBe("ready_for_renewal");
  });

  it("is refused as the provider refuses it", () => {
    const other = authority(newKey());
    expect(() => leaf(key, other)).toThrow("x509: provided PrivateKey doesn't match parent's PublicKey");
    expect(() => make("tls_cert_request", { private_key_pem: "none" })).toThrow(
      "Failed to parse private key PEM",
    );
  });

  it("is left to invention where a key only stands in for one of the user's", () => {
    const standIn = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    expect(make("tls_cert_request", { private_key_pem: standIn })).toEqual({});
  });
});

describe("random values", () => {
  it("have the characters that are asked for, and no others", () => {
    for (let i = 0; i < 50; i += 1) {
      const { result = "" } = make("random_password", {
        length: 16,
        upper: false,
        min_numeric: 3,
        min_special: 2,
        override_special: "#",
      });
      expect(result).toMatch(/^[a-z0-9#]{16}$/);
      expect(result.replace(/\D/g, "").length).toBeGreaterThanOrEqual(3);
      expect(result.replace(/[^#]/g, "").length).toBeGreaterThanOrEqual(2);
    }
  });

  it("refuse more than there is room for, and nothing to choose from", () => {
    expect(() => make("random_string", { length: 2, min_lower: 3 })).toThrow("at least the sum");
    expect(() => make("random_integer", { min: 2, max: 1 })).toThrow("smaller than or equal");
    const none = { length: 4, upper: false, lower: false, numeric: false, special: false };
    expect(() => make("random_string", none)).toThrow("character set is empty");
  });

  it("say one thing in every form", () => {
    const { hex = "", dec = "", b64_std = "" } = make("random_id", { byte_length: 6 });
    expect(BigInt(`0x${hex}`).toString()).toBe(dec);
    expect(Buffer.from(b64_std, "base64").toString("hex")).toBe(hex);
  });
});
