import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { api } from "../workloads/api";

/**
 * VKE in three locations, each cluster an entry point of its own under a name that its address gives it. What belongs to
 * one team stands here as a documentation value: replace it in `vultr.overlay.ts` (`vultr.overlay.example.ts` shows how),
 * not here.
 */
export default defineEnvironment({
  name: "vultr",
  infrastructure: {
    kind: "vultr",
    operatorCidrs: [documentation("203.0.113.7/32")],
    registry: { name: documentation("exampleregistry") },
  },
  dns: { kind: "none" },
  regions: {
    "us-west": {
      network: { kind: "vultr", location: "sjc", cidr: "10.10.0.0/20" },
      clusters: { tooling: { kind: "vke", role: "tooling" } },
    },
    "us-east": {
      network: { kind: "vultr", location: "ewr", cidr: "10.20.0.0/20" },
      clusters: { "us-east": { kind: "vke", role: "api", hostLabel: "newyork-cluster" } },
    },
    "eu-west": {
      network: { kind: "vultr", location: "cdg", cidr: "10.30.0.0/20" },
      clusters: { "eu-west": { kind: "vke", role: "api", hostLabel: "paris-cluster" } },
    },
  },
  balancer: { kind: "none" },
  gitops: {
    repository: { access: "public", url: documentation("https://github.com/example-org/meridian") },
  },
  workloads: [
    {
      ...api,
      delivery: "argocd",
      services: api.services.map((service) => ({
        ...service,
        image: "{registry}/api:0.1.0",
        replicas: { minimum: 2, maximum: 4 },
      })),
    },
  ],
  monitoring: {
    hub: {
      cluster: "tooling",
      // One small connection for a small node; what waits is sent together after ten seconds at the latest.
      queue: {
        maximumShards: 1,
        capacity: 2000,
        maximumSamplesPerSend: 500,
        batchSendDeadlineSeconds: 10,
      },
    },
    logs: {},
    storage: "10Gi", // Vultr makes no smaller volume
  },
});
