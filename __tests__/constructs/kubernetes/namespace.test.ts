import "../../support/matchers";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { Testing } from "cdktf";
import { Namespace, type NamespaceProps } from "../../../constructs/kubernetes/namespace";

const labels = (props: Partial<NamespaceProps> = {}) => {
  const text = Testing.synthScope((scope) => new Namespace(scope, "Namespace", { name: "api", ...props }));
  expect(text).toHaveResource(NamespaceV1);
  const resources = (JSON.parse(text) as { resource: Record<string, Record<string, { metadata: object }>> })
    .resource["kubernetes_namespace_v1"];
  return Object.values(resources ?? {})[0]?.metadata;
};

const levels = (level: string) => ({
  "pod-security.kubernetes.io/enforce": level,
  "pod-security.kubernetes.io/warn": level,
  "pod-security.kubernetes.io/audit": level,
});

it("holds its pods to the standard restricted by default", () => {
  expect(labels()).toMatchObject({ name: "api", labels: levels("restricted") });
});

it("can be opened for pods that need more", () => {
  expect(labels({ podSecurity: "privileged" })).toMatchObject({ labels: levels("privileged") });
});
