import type { KubernetesObject } from "../../../constructs/kubernetes/object";
import { schemaProblems } from "../../support/kubernetes-models";

const good: KubernetesObject & { spec: object } = {
  apiVersion: "traefik.io/v1alpha1",
  kind: "IngressRouteTCP",
  metadata: { name: "api" },
  spec: { routes: [{ match: "HostSNI(`*`)", services: [{ name: "api", port: 443 }] }] },
};

it("accepts an object that its kind's schema accepts", () => {
  expect(schemaProblems([good])).toEqual([]);
});

it("fails on a wrong type, a missing field and a value outside an enumeration", () => {
  expect(
    schemaProblems([
      { ...good, spec: { routes: [{ match: 1 }] } } as KubernetesObject,
      { ...good, spec: {} } as KubernetesObject,
      { ...good, spec: { routes: [{ match: "HostSNI(`*`)", syntax: "v4" }] } } as KubernetesObject,
    ]),
  ).toEqual([
    expect.stringContaining("match must be string"),
    expect.stringContaining("must have required property routes"),
    expect.stringContaining("IngressRouteTCP api: "),
  ]);
});

it("fails on a kind that does not exist", () => {
  expect(() => schemaProblems([{ ...good, kind: "IngressRouteUTP" }])).toThrow(/IngressRouteUTP/);
});
