import { Testing } from "cdktf";
import { ClusterAuthorities } from "../../../constructs/k3s/cluster-authorities";

const synth = (protect = false) =>
  JSON.parse(
    Testing.synthScope((scope) => {
      new ClusterAuthorities(scope, "Authorities", { cluster: "azure-eu", protect });
    }),
  ).resource as Record<string, Record<string, Record<string, unknown>>>;

it("makes two authorities that share no key", () => {
  const certificates = Object.values(synth()["tls_self_signed_cert"] ?? {});
  expect(certificates).toHaveLength(2);
  expect(new Set(certificates.map((certificate) => certificate["private_key_pem"])).size).toBe(2);
});

it("makes every key ECDSA P-256: the provider's default curve is one that Kubernetes' clients refuse", () => {
  for (const key of Object.values(synth()["tls_private_key"] ?? {}))
    expect(key).toMatchObject({ algorithm: "ECDSA", ecdsa_curve: "P256" });
});

it("signs an administrator's certificate by the authority for clients", () => {
  const { tls_locally_signed_cert: leaves = {}, tls_cert_request: requests = {} } = synth();
  expect(Object.values(requests)).toMatchObject([
    { subject: [{ common_name: "terraform", organization: "system:masters" }] },
  ]);
  expect(Object.values(leaves)).toMatchObject([
    {
      ca_cert_pem: expect.stringContaining("Authorities_Client_Certificate"),
      ca_private_key_pem: expect.stringContaining("Authorities_Client_Key"),
      allowed_uses: ["digital_signature", "client_auth"],
    },
  ]);
});

it("keeps the authorities where the environment is protected; the administrator's certificate may go", () => {
  const resources = synth(true);
  for (const certificate of Object.values(resources["tls_self_signed_cert"] ?? {}))
    expect(certificate).toHaveProperty("lifecycle.prevent_destroy", true);
  for (const leaf of Object.values(resources["tls_locally_signed_cert"] ?? {}))
    expect(leaf).not.toHaveProperty("lifecycle");
});
