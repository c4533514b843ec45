import { World } from "../../../rehearsal/emulator/world";
import { problems } from "../../../rehearsal/rules/check";
import { authority, issued } from "../fixtures/certificates";
import { resource, says } from "../fixtures/estate";

const record = (change: object = {}) =>
  resource("cloudflare_dns_record", "Shop", {
    zone_id: "z",
    name: "shop.example.com",
    type: "A",
    content: "198.51.100.7",
    proxied: true,
    ttl: 1,
    ...change,
  });

const ca = authority();
const origin = (change: object = {}) =>
  resource("cloudflare_origin_ca_certificate", "Shop", {
    hostnames: ["shop.example.com"],
    certificate: issued(ca, ["shop.example.com"]).certificate,
    ...change,
  });
const pull = (uses: readonly string[]) =>
  resource("cloudflare_authenticated_origin_pulls_certificate", "Own", {
    zone_id: "z",
    certificate: issued(ca, [], uses).certificate,
  });

it("has nothing against records and certificates that belong together", () => {
  expect(says([record(), origin(), pull(["client_auth", "digital_signature"])])).toEqual([]);
});

it.each([
  [
    "an address that nobody outside reaches",
    [record({ content: "10.0.0.4" })],
    /10\.0\.0\.4 is a private address/,
  ],
  [
    "a time to live beside Cloudflare's",
    [record({ ttl: 300 })],
    /a proxied record has 1 \(automatic\), not 300/,
  ],
  [
    "a proxy for what cannot have one",
    [record({ type: "TXT", content: "x" })],
    /proxied: a record of type TXT cannot be/,
  ],
  [
    "a record twice",
    [record(), { ...record(), address: "cloudflare_dns_record.Again" }],
    /a record is there once/,
  ],
  [
    "a certificate for a name without a record",
    [record(), origin({ hostnames: ["shpo.example.com"] })],
    /there is no record shpo\.example\.com; there are shop\.example\.com/,
  ],
  [
    "a certificate that only Cloudflare trusts, where it does not stand in between",
    [record({ proxied: false, ttl: 300 }), origin()],
    /shop\.example\.com is not proxied, and only Cloudflare trusts this certificate/,
  ],
  [
    "a certificate for another name",
    [record(), origin({ certificate: issued(ca, ["other.example.com"]).certificate })],
    /is for other\.example\.com, not for shop\.example\.com/,
  ],
  [
    "a name outside of its zone",
    [
      record({ name: "shop.example.org" }),
      resource("data.cloudflare_zone", "Z", { zone_id: "z", name: "example.com" }),
    ],
    /shop\.example\.org is not in its zone, example\.com/,
  ],
  [
    "a request of another algorithm",
    [record(), origin({ request_type: "origin-rsa" })],
    /origin-rsa does not fit csr, whose key is ec/,
  ],
  [
    "a certificate for servers that is shown by a client",
    [pull(["server_auth", "digital_signature"])],
    /it is not for clients: client_auth is not among its uses/,
  ],
])("finds %s", (_, objects, expected) => expect(says(objects).join("\n")).toMatch(expected));

const found = (type: string, config: object) =>
  problems(`cloudflare_${type}`, config as never, new World(), undefined).map(({ says: each }) => each);

it.each([
  ["dns_record", { type: "A", name: "a.example.com", content: "198.51.100.7", ttl: 300 }],
  ["dns_record", { type: "AAAA", name: "a.example.com", content: "2001:db8::7", ttl: 1 }],
  ["dns_record", { type: "MX", name: "example.com", content: "mail.example.com", priority: 10, ttl: 1 }],
  ["dns_record", { type: "CAA", name: "example.com", data: { flags: 0, tag: "issue", value: "a" }, ttl: 1 }],
  ["zone_setting", { setting_id: "ssl", value: "strict" }],
  ["zone_setting", { setting_id: "http3", value: "off" }],
])("takes a %s %j", (type, config) => expect(found(type, config)).toEqual([]));

it.each([
  ["dns_record", { type: "AAAA", content: "198.51.100.7" }, /is not an IPv6 address/],
  ["dns_record", { type: "MX", content: "mail.example.com" }, /priority is missing/],
  ["dns_record", { type: "SRV" }, /data is missing/],
  ["dns_record", { type: "CNMAE" }, /is not one of A, AAAA/],
  ["zone_setting", { setting_id: "ssl", value: "strcit" }, /'strcit' is not one of off, flexible/],
  ["zone_setting", { setting_id: "min_tls_verison", value: "1.2" }, /is min_tls_version meant/],
  ["zone_setting", { setting_id: "min_tls_version", value: "1.4" }, /'1.4' is not one of 1.0/],
])("finds in a %s %j", (type, config, expected) => expect(found(type, config).join("\n")).toMatch(expected));

it("finds a key that is not its certificate's", () => {
  const [one, other] = [issued(ca, []), issued(ca, [])];
  const pulls = "authenticated_origin_pulls_certificate";
  expect(found(pulls, { certificate: one.certificate, private_key: one.key })).toEqual([]);
  expect(found(pulls, { certificate: one.certificate, private_key: other.key }).join()).toMatch(
    /private_key: it is not the key of certificate/,
  );
});
