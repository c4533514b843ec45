import { egressPolicyOf, hostPolicyOf } from "../../../config/composed-names";
import type { EnvironmentInput, Workload } from "../../../config/schema/environment";
import { networkPolicies } from "../../../constructs/workload/network-policies";
import { api } from "../../fixtures/api";
import type { Loose } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { environment } from "../../support/synth";
import { PLACE } from "../../support/workload";

type Input = EnvironmentInput["workloads"][number];

/** `shop` calls `orders`, each in a namespace of its own. */
function workloads(egress: Input["services"][number]["egress"], cni: "kubernetes" | "cilium" = "kubernetes") {
  const [service] = structuredClone(api.services);
  if (!service) throw new Error("no service");
  const { workloads } = environment("local", (input) => {
    for (const region of Object.values(input.regions))
      for (const cluster of Object.values(region.clusters)) Object.assign(cluster, { cni });
    input.workloads = [
      { ...api, name: "shop", namespace: "shop", services: [{ ...service, name: "cart", egress }] },
      {
        ...api,
        name: "orders",
        namespace: "orders",
        services: [{ ...service, name: "api", exposure: "none", port: 9000, metrics: undefined, env: {} }],
      },
    ];
  });
  return workloads;
}

const policiesOf = (all: readonly Workload[], name: string): readonly Loose[] =>
  networkPolicies(
    { ...PLACE, workloads: all },
    all.find((each) => each.name === name) as Workload,
  ) as Loose[];

const spec = (all: readonly Workload[], workload: string, policy: string) =>
  policiesOf(all, workload).find(({ metadata }) => metadata.name === policy)?.["spec"];

const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
      podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
    },
  ],
  ports: [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
};

const podsOf = (namespace: string, name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  podSelector: { matchLabels: { "app.kubernetes.io/name": name } },
});

it("calls nobody, and asks no DNS, unless its configuration says so", () => {
  const all = workloads([]);
  expect(policiesOf(all, "shop").map(({ metadata }) => metadata.name)).toEqual(["deny-all", "cart"]);
});

it("calls networks at ports, without what is left out", () => {
  const all = workloads([
    { kind: "network", cidr: "203.0.113.0/24", except: ["203.0.113.128/25"], ports: [443, 5432] },
    { kind: "network", cidr: "198.51.100.7/32", ports: [1514], protocol: "UDP" },
  ]);
  expect(spec(all, "shop", egressPolicyOf("cart"))).toEqual({
    podSelector: { matchLabels: { "app.kubernetes.io/name": "cart" } },
    policyTypes: ["Egress"],
    egress: [
      {
        to: [{ ipBlock: { cidr: "203.0.113.0/24", except: ["203.0.113.128/25"] } }],
        ports: [
          { protocol: "TCP", port: 443 },
          { protocol: "TCP", port: 5432 },
        ],
      },
      { to: [{ ipBlock: { cidr: "198.51.100.7/32" } }], ports: [{ protocol: "UDP", port: 1514 }] },
      DNS,
    ],
  });
});

it.each([
  ["0.0.0.0/0", ["169.254.0.0/16"]],
  ["169.0.0.0/8", ["169.254.0.0/16"]],
  ["169.254.169.254/32", undefined],
  ["10.0.0.0/8", undefined],
])("calling %s does not call where a node's secrets are told, unless it is named", (cidr, except) => {
  const all = workloads([{ kind: "network", cidr, ports: [443] }]);
  expect(spec(all, "shop", egressPolicyOf("cart")).egress[0].to).toEqual([
    { ipBlock: { cidr, ...(except ? { except } : {}) } },
  ]);
});

it("calls a service of another workload at its pods' port, and is admitted there", () => {
  const all = workloads([{ kind: "service", workload: "orders", service: "api" }]);
  expect(spec(all, "shop", egressPolicyOf("cart")).egress).toEqual([
    { to: [podsOf("orders", "api")], ports: [{ protocol: "TCP", port: 9000 }] },
    DNS,
  ]);
  expect(spec(all, "orders", "api")).toEqual({
    podSelector: { matchLabels: { "app.kubernetes.io/name": "api" } },
    policyTypes: ["Ingress"],
    ingress: [{ from: [podsOf("shop", "cart")], ports: [{ protocol: "TCP", port: 9000 }] }],
  });
});

it("calls hosts by their names where Cilium reads DNS", () => {
  const all = workloads([{ kind: "host", host: "api.example.org", ports: [443] }], "cilium");
  expect(spec(all, "shop", hostPolicyOf("cart"))).toEqual({
    endpointSelector: { matchLabels: { "app.kubernetes.io/name": "cart" } },
    egress: [
      {
        toFQDNs: [{ matchName: "api.example.org" }],
        toPorts: [{ ports: [{ port: "443", protocol: "TCP" }] }],
      },
      {
        toEndpoints: [
          { matchLabels: { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" } },
        ],
        toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: [{ matchPattern: "*" }] } }],
      },
    ],
  });
});

it("makes policies that their schema accepts", () => {
  const all = workloads([
    { kind: "network", cidr: "0.0.0.0/0", ports: [443] },
    { kind: "service", workload: "orders", service: "api" },
  ]);
  expect(schemaProblems([...policiesOf(all, "shop"), ...policiesOf(all, "orders")])).toEqual([]);
});
