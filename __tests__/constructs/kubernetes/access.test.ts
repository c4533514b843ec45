import { Testing } from "cdktf";
import { type ClusterAccess, useCluster } from "../../../constructs/kubernetes/access";

interface Synthesized {
  readonly provider: Record<"kubernetes" | "helm", Record<string, unknown>[]>;
  readonly variable?: Record<string, { default: string; validation: Record<string, string>[] }>;
}

const synth = (access: ClusterAccess) =>
  JSON.parse(Testing.synthScope((scope) => useCluster(scope, access))) as Synthesized;

const CERTIFICATE = {
  host: "https://10.0.0.4:6443",
  clusterCaCertificate: "ca",
  clientCertificate: "certificate",
  clientKey: "key",
};

it("reads a kubeconfig from the folder that the user names", () => {
  const { provider, variable } = synth({ kind: "kubeconfig", cluster: "eu" });
  expect(provider.kubernetes).toEqual([{ config_path: "${var.kubeconfigs}/eu.yaml" }]);
  expect(provider.helm).toEqual([{ kubernetes: { config_path: "${var.kubeconfigs}/eu.yaml" } }]);
  expect(variable?.["kubeconfigs"]?.default).toBe("../../../vagrant/kubeconfigs");
});

it("says what to do where a kubeconfig is missing", () => {
  const [rule] = synth({ kind: "kubeconfig", cluster: "eu" }).variable?.["kubeconfigs"]?.validation ?? [];
  expect(rule?.["condition"]).toBe('${fileexists("${var.kubeconfigs}/eu.yaml")}');
  expect(rule?.["error_message"]).toMatch(/^no kubeconfig eu\.yaml in this folder: run 'vagrant up'/);
});

it("signs in with a client certificate", () => {
  const { provider, variable } = synth({ kind: "client-certificate", ...CERTIFICATE });
  const connection = {
    host: "https://10.0.0.4:6443",
    cluster_ca_certificate: "ca",
    client_certificate: "certificate",
    client_key: "key",
  };
  expect(provider).toEqual({ kubernetes: [connection], helm: [{ kubernetes: connection }] });
  expect(variable).toBeUndefined();
});

it("signs in with a token that a program prints", () => {
  const { host, clusterCaCertificate } = CERTIFICATE;
  const { provider } = synth({
    kind: "exec",
    host,
    clusterCaCertificate,
    command: "aws",
    args: ["eks", "get-token"],
  });
  const exec = {
    api_version: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: ["eks", "get-token"],
  };
  expect(provider.kubernetes[0]).toMatchObject({ host, exec: [exec] });
  expect(provider.helm[0]).toMatchObject({ kubernetes: { host, exec } });
});
