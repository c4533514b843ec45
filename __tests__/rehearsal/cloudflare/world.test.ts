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
    "a certificate for servers that is shown by a client",
    [pull(["server_auth", "digital_signature"])],
    /it is not for clients: client_auth is not among its uses/,
  ],
])("finds %s", (_, objects, expected) => expect(says(objects).join("\n")).toMatch(expected));
