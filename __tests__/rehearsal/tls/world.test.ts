import { World } from "../../../rehearsal/emulator/world";
import { problems } from "../../../rehearsal/rules/check";
import { AUTHORITY_HOURS, authority, issued } from "../fixtures/certificates";
import { resource, says } from "../fixtures/estate";

const ca = authority();

const root = (change: object = {}) =>
  resource("tls_self_signed_cert", "Root", {
    cert_pem: ca.certificate,
    is_ca_certificate: true,
    allowed_uses: ["cert_signing"],
    ...change,
  });

const leaf = (names: readonly string[], uses: readonly string[], by = ca, hours = 24) =>
  resource("tls_locally_signed_cert", "Leaf", {
    cert_pem: issued(by, names, uses, hours).certificate,
    ca_cert_pem: by.certificate,
    allowed_uses: [...uses],
  });

it("has nothing against an authority and what it signs", () => {
  const server = leaf(["a.example.com"], ["server_auth", "digital_signature"]);
  const client = { ...leaf([], ["client_auth", "digital_signature"]), address: "tls_locally_signed_cert.Me" };
  expect(says([root(), server, client])).toEqual([]);
});

it.each([
  ["an authority that may not sign", [root({ allowed_uses: ["digital_signature"] })], /needs cert_signing/],
  [
    "a signer that is no authority",
    [root({ is_ca_certificate: false }), leaf(["a.example.com"], ["server_auth", "digital_signature"])],
    /it signs others, and is no authority/,
  ],
  [
    "a certificate signed by one that is no authority",
    [leaf(["b.example.com"], ["server_auth", "digital_signature"], issued(ca, ["a.example.com"]))],
    /it is not the certificate of an authority/,
  ],
  ["host names without server_auth", [leaf(["a.example.com"], ["digital_signature"])], /lacks server_auth/],
  ["a certificate for nobody", [leaf([], ["digital_signature"])], /neither for clients nor for servers/],
  [
    "a certificate that lasts longer than its authority",
    [leaf(["a.example.com"], ["server_auth", "digital_signature"], ca, 40 * AUTHORITY_HOURS)],
    /it lasts 1\.1 years, longer than its authority with 0\.03/,
  ],
  ["a key that proves nothing", [leaf([], ["client_auth"])], /without digital_signature/],
])("finds %s", (_, objects, expected) => expect(says(objects).join("\n")).toMatch(expected));

it("has nothing against one that lasts as long as its authority, signed later", async () => {
  await new Promise((resolve) => setTimeout(resolve, 1100)); // certificates know whole seconds
  expect(says([leaf([], ["client_auth", "digital_signature"], ca, AUTHORITY_HOURS)])).toEqual([]);
});

it("finds a certificate for servers where a client shows one, and a key that is not its own", () => {
  const config = (shown: { certificate: string; key: string }, key = shown.key) =>
    problems(
      "provider.kubernetes",
      { host: "https://192.0.2.1", client_certificate: shown.certificate, client_key: key },
      new World(),
      undefined,
    ).map((problem) => problem.says);
  const client = issued(ca, [], ["client_auth", "digital_signature"]);
  const server = issued(ca, ["a.example.com"]);
  expect(config(client)).toEqual([]);
  expect(config(server).join()).toMatch(/client_certificate: it is not for clients/);
  expect(config(client, server.key).join()).toMatch(/client_key: it is not the key of client_certificate/);
});
