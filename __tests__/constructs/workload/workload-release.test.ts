import "../../support/matchers";
import { Release } from "@cdktf/provider-helm/lib/release";
import { PersistentVolumeClaimV1 } from "@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { DataResource, Testing } from "cdktf";
import { type CertificateSource, certificateFromPem } from "../../../constructs/workload/certificate";
import { WorkloadRelease } from "../../../constructs/workload/workload-release";
import { PLACE, workload } from "../../support/workload";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const PEM = certificateFromPem({
  certificate: "the certificate",
  key: "the key",
  authority: "the authority",
});

const synth = (change: Parameters<typeof workload>[0] = {}, certificate: CertificateSource = PEM) => {
  const text = Testing.synthScope((scope) => {
    new WorkloadRelease(scope, "api", { workload: workload(change), destination: PLACE, certificate });
  });
  const { resource, variable } = JSON.parse(text) as { resource: Resources; variable?: object };
  const idsOf = (type: string) => Object.keys(resource[type] ?? {}).map((id) => `${type}.${id}`);
  const [release] = Object.values(resource["helm_release"] ?? {});
  return { text, variable, idsOf, release };
};

it("puts the certificate into a Secret that both pods and ingress can read", () => {
  expect(synth().text).toHaveResourceWithProperties(SecretV1, {
    metadata: { name: "certificate", namespace: expect.stringContaining("kubernetes_namespace_v1") },
    type: "kubernetes.io/tls",
    data: { "tls.crt": "the certificate", "tls.key": "the key", "ca.crt": "the authority" },
  });
});

it("claims room for the certificate without waiting for the pod that binds it", () => {
  expect(synth().text).toHaveResourceWithProperties(PersistentVolumeClaimV1, {
    metadata: { name: "api-certificate", namespace: expect.stringContaining("kubernetes_namespace_v1") },
    spec: { access_modes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
    wait_until_bound: false,
  });
});

it("makes what pods mount before the pods", () => {
  const { idsOf, release } = synth({ secrets: { API_TOKEN: "api_token" } });
  expect(idsOf("kubernetes_secret_v1")).toHaveLength(2);
  expect(release?.["depends_on"]).toEqual(
    expect.arrayContaining([
      ...idsOf("kubernetes_secret_v1"),
      ...idsOf("kubernetes_persistent_volume_claim_v1"),
    ]),
  );
});

it("needs neither certificate nor claim where nothing speaks TLS", () => {
  const { idsOf } = synth({ protocol: "http", exposure: "http" });
  expect(idsOf("kubernetes_secret_v1")).toEqual([]);
  expect(idsOf("kubernetes_persistent_volume_claim_v1")).toEqual([]);
});

it("waits for whoever issues the certificate, when that is not Terraform", () => {
  const issued: CertificateSource = (scope, namespace) => ({
    secretName: "issued",
    filledBy: [new DataResource(scope, "Issuer", { input: { namespace } })],
  });
  const { text, idsOf, release } = synth({}, issued);
  expect(idsOf("kubernetes_secret_v1")).toEqual([]);
  expect(release?.["depends_on"]).toEqual(expect.arrayContaining(idsOf("terraform_data")));
  expect(text).toHaveResourceWithProperties(Release, {
    values: [expect.stringContaining("secretName: issued")],
  });
});

describe("a secret", () => {
  const { text, variable, release } = synth({ secrets: { API_TOKEN: "token", OTHER_TOKEN: "token" } });

  it("comes from a sensitive variable of the name that was configured", () => {
    expect(variable).toEqual({
      token: expect.objectContaining({ type: "string", sensitive: true, nullable: false }),
    });
  });

  it("reaches the pods through a Kubernetes Secret", () => {
    expect(text).toHaveResourceWithProperties(SecretV1, {
      metadata: { name: "api-secrets", namespace: expect.stringContaining("kubernetes_namespace_v1") },
      data_wo: { API_TOKEN: "${var.token}", OTHER_TOKEN: "${var.token}" },
      data_wo_revision: expect.any(Number),
    });
  });

  it("is not in what Helm stores", () => {
    expect(JSON.stringify(release?.["values"])).not.toContain("var.token");
  });
});
