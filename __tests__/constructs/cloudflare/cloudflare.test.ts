import { Testing } from "cdktf";
import type { Construct } from "constructs";
import { AddressRecord } from "../../../constructs/cloudflare/address-record";
import { AuthenticatedOriginPulls } from "../../../constructs/cloudflare/authenticated-origin-pulls";
import { OriginCertificate } from "../../../constructs/cloudflare/origin-certificate";
import { useCloudflare } from "../../../constructs/cloudflare/provider";
import { ZoneSettings } from "../../../constructs/cloudflare/zone-settings";

// biome-ignore lint/suspicious/noExplicitAny: Terraform's JSON
type Terraform = any;

const synth = (define: (scope: Construct) => void): Terraform => JSON.parse(Testing.synthScope(define));
const all = (terraform: Terraform, type: string): Terraform[] =>
  Object.values(terraform.resource[type] ?? {});

it.each([true, false])(
  "an address record that is proxied (%s) has Cloudflare's life time, no other",
  (proxied) => {
    const terraform = synth((scope) => {
      new AddressRecord(scope, "R", { zoneId: "z", name: "a.example.com", address: "203.0.113.1", proxied });
    });
    const [record] = all(terraform, "cloudflare_dns_record");
    expect(record.proxied).toBe(proxied);
    expect(record.ttl === 1).toBe(proxied);
  },
);

it("zone settings make Cloudflare verify the origin, find the country, and speak modern TLS", () => {
  const settings = all(
    synth((scope) => {
      new ZoneSettings(scope, "Zone", { zoneId: "z", minimumTls: "1.3" });
    }),
    "cloudflare_zone_setting",
  );
  expect(Object.fromEntries(settings.map(({ setting_id, value }) => [setting_id, value]))).toEqual({
    ssl: "strict",
    ip_geolocation: "on",
    min_tls_version: "1.3",
    always_use_https: "on",
  });
});

describe("an origin certificate", () => {
  const terraform = synth((scope) => {
    new OriginCertificate(scope, "Origin", { hostName: "lb.example.com" });
  });

  it("is for one name, which Cloudflare cannot reorder", () => {
    expect(all(terraform, "cloudflare_origin_ca_certificate")).toMatchObject([
      { hostnames: ["lb.example.com"], request_type: "origin-ecc" },
    ]);
    expect(all(terraform, "tls_cert_request")).toMatchObject([{ dns_names: ["lb.example.com"] }]);
  });

  it("asks for a validity that Cloudflare offers", () => {
    const [certificate] = all(terraform, "cloudflare_origin_ca_certificate");
    expect([7, 30, 90, 365, 730, 1095, 5475]).toContain(certificate.requested_validity);
  });

  it("has a key of ours, of the requested kind", () => {
    expect(all(terraform, "tls_private_key")).toEqual([{ algorithm: "ECDSA", ecdsa_curve: "P256" }]);
  });
});

interface Life {
  readonly validity_period_hours: number;
  readonly early_renewal_hours?: number;
}

/**
 * The hours after which no certificate was active for a while, in the ten years of the CA. An apply replaces what its provider
 * calls ready for renewal, which deletes the old one; Cloudflare needs a quarter of an hour until a new one is active.
 */
function gapsOf(lives: readonly Life[], cadenceHours: number): number[] {
  const ACTIVATION = 0.25;
  const made = lives.map(() => -1); // an hour before the first apply
  const gaps: number[] = [];
  for (let hour = 0; hour < 10 * 8760 - cadenceHours; hour += cadenceHours) {
    lives.forEach(({ validity_period_hours: validity, early_renewal_hours: early = 0 }, index) => {
      if (hour >= (made[index] as number) + validity - early) made[index] = hour;
    });
    for (const moment of [hour, hour + cadenceHours - 1]) {
      const isActive = lives.some(({ validity_period_hours: validity }, index) => {
        const since = made[index] as number;
        return since + ACTIVATION <= moment && moment < since + validity;
      });
      if (!isActive) gaps.push(moment);
    }
  }
  return gaps;
}

describe("authenticated origin pulls", () => {
  const define = (protect: boolean) =>
    synth((scope) => {
      new AuthenticatedOriginPulls(scope, "Pulls", { zoneId: "z", name: "azure", protect });
    });
  const terraform = define(false);

  it("present a client's certificate that a CA of ours signed", () => {
    expect(all(terraform, "tls_self_signed_cert")).toMatchObject([{ is_ca_certificate: true }]);
    for (const certificate of all(terraform, "tls_locally_signed_cert"))
      expect(certificate.allowed_uses).toEqual(["digital_signature", "client_auth"]);
  });

  it.each([1, 7, 30, 90, 180])(
    "have an active certificate at every moment, where somebody applies every %i days",
    (cadence) => {
      const lives: Life[] = all(terraform, "tls_locally_signed_cert");
      expect(lives).toHaveLength(2);
      expect(gapsOf(lives, cadence * 24)).toEqual([]);
    },
  );

  it("would have none for minutes with one certificate alone", () => {
    const [first] = all(terraform, "tls_locally_signed_cert") as Life[];
    expect(gapsOf([first as Life], 30 * 24).length).toBeGreaterThan(10);
  });

  it("are switched on after the certificates are there", () => {
    const name = Object.keys(terraform.resource.cloudflare_authenticated_origin_pulls_certificate).find(
      (each) => each.startsWith("Pulls_Certificate_"),
    );
    expect(all(terraform, "cloudflare_authenticated_origin_pulls_settings")).toEqual([
      {
        zone_id: "z",
        enabled: true,
        depends_on: [`cloudflare_authenticated_origin_pulls_certificate.${name}`],
      },
    ]);
    const { depends_on: before } =
      terraform.resource.cloudflare_authenticated_origin_pulls_certificate[name as string];
    expect(before).toEqual([expect.stringContaining("Pulls_StandbyCertificate_")]);
  });

  it("keep their CA where the environment is protected", () => {
    expect(all(define(true), "tls_self_signed_cert")).toMatchObject([
      { lifecycle: { prevent_destroy: true } },
    ]);
  });
});

it("the provider's token is a sensitive variable with a fixed name", () => {
  const terraform = synth((scope) => useCloudflare(scope));
  expect(terraform.provider.cloudflare).toEqual([{ api_token: "${var.cloudflare_api_token}" }]);
  expect(terraform.variable.cloudflare_api_token).toMatchObject({ sensitive: true, nullable: false });
});
