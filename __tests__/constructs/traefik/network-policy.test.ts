import { prometheusOf } from "../../../constructs/monitoring/pods";
import { balancerPolicy } from "../../../constructs/traefik/network-policy";
import { schemaProblems } from "../../support/kubernetes-models";

const backend = (name: string, address: string) => ({ name, address, hostName: `${name}.example.com` });
const backends = [backend("eu", "192.0.2.1"), backend("us", "198.51.100.1")];
const scraper = prometheusOf({ prometheus: "prometheus" });
const policy = balancerPolicy("traefik", backends, { redirectHttp: true, scraper });

it("is what the schema of its kind accepts", () => {
  expect(schemaProblems([policy])).toEqual([]);
});

it("lets everybody reach the public ports, and Prometheus alone the metrics", () => {
  const [everybody, prometheus, ...others] = policy.spec?.ingress ?? [];
  expect(everybody).toEqual({
    ports: [
      { protocol: "TCP", port: 8443 },
      { protocol: "TCP", port: 8000 },
    ],
  });
  expect(prometheus).toEqual({
    from: [
      {
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } },
        podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } },
      },
    ],
    ports: [{ protocol: "TCP", port: 9100 }],
  });
  expect(others).toEqual([]);
});

it("opens no port for plain HTTP where the balancer has none", () => {
  const [everybody] =
    balancerPolicy("traefik", backends, { redirectHttp: false, scraper }).spec?.ingress ?? [];
  expect(everybody).toEqual({ ports: [{ protocol: "TCP", port: 8443 }] });
});

it("lets the balancer reach the backends, and nothing else", () => {
  expect(policy.spec?.policyTypes).toContain("Egress");
  expect(policy.spec?.egress).toEqual([
    {
      to: [{ ipBlock: { cidr: "192.0.2.1/32" } }, { ipBlock: { cidr: "198.51.100.1/32" } }],
      ports: [{ protocol: "TCP", port: 443 }],
    },
  ]);
});
