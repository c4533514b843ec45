import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { api } from "../workloads/api";

/**
 * EKS in two AWS regions behind Global Accelerator. What belongs to one team stands here as a documentation value:
 * replace it in `aws.overlay.ts` (`aws.overlay.example.ts` shows how), not here.
 */
export default defineEnvironment({
  name: "aws",
  infrastructure: {
    kind: "aws",
    accountId: documentation("000000000000"),
    home: "central",
    administrators: [documentation("arn:aws:iam::000000000000:role/platform")],
    operatorCidrs: [documentation("203.0.113.7/32")],
    github: { repository: documentation("example-org/meridian") },
  },
  dns: { kind: "none" },
  regions: {
    central: {
      network: { kind: "aws", location: "eu-central-1", cidr: "10.10.0.0/16" },
      clusters: { central: { kind: "eks", role: "api" } },
    },
    west: {
      network: { kind: "aws", location: "eu-west-2", cidr: "10.20.0.0/16" },
      clusters: { west: { kind: "eks", role: "api" } },
    },
  },
  balancer: { kind: "global-accelerator" },
  gitops: {
    repository: { access: "public", url: documentation("https://github.com/example-org/meridian") },
  },
  workloads: [
    {
      ...api,
      delivery: "flux",
      services: api.services.map((service) => ({
        ...service,
        image: "{registry}/meridian/api:0.1.0", // from the cluster's own region
        // The gateway ends TLS, with the certificate of the platform's CA: it splits users only if it reads requests.
        exposure: "http",
        protocol: "http",
        port: 8080,
        metrics: { port: 9090 },
        env: { ...service.env, API_TRUSTED_PROXIES: "{proxies}" }, // the gateway says who calls, for the API's log
        replicas: { minimum: 2, maximum: 6 }, // a drained node leaves one, in another zone
        canary: {},
      })),
    },
  ],
});
