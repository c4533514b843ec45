import { Testing } from "cdktf";
import { prometheusOf } from "../../../constructs/monitoring/pods";
import { type EdgeCertificate, LoadBalancer } from "../../../constructs/traefik/load-balancer";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const OPEN: EdgeCertificate = { certificate: "the certificate", key: "the key" };
const CLOUDFLARE: EdgeCertificate = { ...OPEN, clientAuthority: "the client authority" };

const synth = (certificate: EdgeCertificate, backendAuthority?: string) => {
  const text = Testing.synthScope((scope) => {
    new LoadBalancer(scope, "LoadBalancer", {
      host: "lb.example.com",
      regions: [
        {
          name: "eu",
          countries: [],
          clusters: [{ name: "eu", address: "192.0.2.1", hostName: "eu.example.com" }],
        },
      ],
      routing: { kind: "round-robin" },
      healthCheck: { path: "/health", intervalSeconds: 5, timeoutSeconds: 2 },
      dialTimeoutSeconds: 3,
      certificate,
      backendAuthority,
      scraper: prometheusOf({ prometheus: "prometheus" }),
    });
  });
  const { resource } = JSON.parse(text) as { resource: Resources };
  const only = (type: string): Record<string, unknown> => Object.values(resource[type] ?? {})[0] ?? {};
  const releases = Object.values(resource["helm_release"] ?? {});
  const release = releases.find(({ name }) => name === "traefik") ?? {};
  return { only, release, values: String(release["values"]) };
};

it("gives Traefik a namespace that admits host ports", () => {
  expect(synth(OPEN).only("kubernetes_namespace_v1")).toMatchObject({
    metadata: { name: "traefik", labels: { "pod-security.kubernetes.io/enforce": "privileged" } },
  });
});

it("installs the pinned chart without the definitions of what is switched off, and undoes what fails", () => {
  expect(synth(OPEN).release).toMatchObject({
    chart: "traefik",
    repository: "https://traefik.github.io/charts",
    version: "41.3.0",
    skip_crds: true,
    atomic: true,
    max_history: 5,
  });
});

it("keeps certificate and key in a Secret, and the CAs beside them", () => {
  const { only, values } = synth(CLOUDFLARE, "the backend authority");
  expect(only("kubernetes_secret_v1")).toMatchObject({
    metadata: { name: "traefik-certificate" },
    data: { "tls.crt": "the certificate", "tls.key": "the key" },
  });
  expect(only("kubernetes_config_map_v1")).toMatchObject({
    metadata: { name: "traefik-authorities" },
    data: { "backend-ca.crt": "the backend authority", "client-ca.crt": "the client authority" },
  });
  expect(values).not.toMatch(/the (certificate|key|backend authority|client authority)/);
});

it("trusts the CAs of the system where none is given", () => {
  const { only, values } = synth(OPEN);
  expect(only("kubernetes_config_map_v1")).not.toHaveProperty("data.backend-ca.crt");
  expect(values).not.toContain("rootCAs");
});

it("redirects from port 80, and makes nothing of the country header, where anybody may call", () => {
  const { values } = synth(OPEN);
  expect(values).toContain("hostPort: 80\n");
  expect(values).not.toMatch(/headerLabels|clientAuth/);
});

it("is called on port 443 alone, and counts by country, where only Cloudflare may call", () => {
  const { values } = synth(CLOUDFLARE);
  expect(values).not.toContain("hostPort: 80\n");
  expect(values).toContain("hostPort: 443\n");
  expect(values).toContain("headerLabels:\n      country: Cf-Ipcountry\n");
  expect(values).toContain("clientAuthType: RequireAndVerifyClientCert\n");
});
