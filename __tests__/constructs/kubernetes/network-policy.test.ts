import {
  admit,
  denyAll,
  neighbours,
  podsOf,
  talkToNeighbours,
} from "../../../constructs/kubernetes/network-policy";
import { schemaProblems } from "../../support/kubernetes-models";

const PODS = { namespace: "api", labels: { app: "api" } };
const CALLER = podsOf({ namespace: "kube-system", labels: { app: "traefik" } });

it("closes a namespace in both directions", () => {
  expect(denyAll("api").spec).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
});

it("admits callers to the port that they need, and to no other", () => {
  expect(admit("api", PODS, [{ port: 8443, from: [CALLER] }]).spec).toEqual({
    podSelector: { matchLabels: { app: "api" } },
    policyTypes: ["Ingress"],
    ingress: [{ from: [CALLER], ports: [{ protocol: "TCP", port: 8443 }] }],
  });
});

it("means pods of one namespace: both selectors in one peer", () => {
  expect(CALLER).toEqual({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
    podSelector: { matchLabels: { app: "traefik" } },
  });
});

it("lets neighbours find and call each other", () => {
  const { egress } = talkToNeighbours("api").spec ?? {};
  expect(egress?.[0]).toEqual({ to: [neighbours] });
  expect(egress?.[1]?.ports).toEqual([
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ]);
});

it("makes policies that their schema accepts", () => {
  const policies = [
    denyAll("api"),
    admit("api", PODS, [{ port: 1, from: [CALLER] }]),
    talkToNeighbours("api"),
  ];
  expect(schemaProblems(policies)).toEqual([]);
});
