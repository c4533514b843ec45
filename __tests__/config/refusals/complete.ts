import type { EnvironmentInput } from "../../../config/schema/environment";
import { aws } from "../../fixtures/aws";
import { azure } from "../../fixtures/azure";
import { gcp } from "../../fixtures/gcp";
import { local } from "../../fixtures/local";
import { vultr } from "../../fixtures/vultr";

// biome-ignore lint/suspicious/noExplicitAny: inputs are broken in every way
type Loose = any;

/** What any environment may say besides. */
const more = {
  monitoring: {
    retention: "7d",
    storage: "10Gi",
    storageClass: "local-path",
    intervalSeconds: 30,
    objectives: { availability: 0.999, latency: { objective: 0.99, thresholdSeconds: 0.5 } },
    remoteWrite: {
      url: "https://prometheus.example.net/push",
      authentication: { kind: "basic", username: "123456" },
      queue: {
        maximumShards: 4,
        capacity: 10_000,
        maximumSamplesPerSend: 2000,
        batchSendDeadlineSeconds: 5,
        maximumBackoffSeconds: 30,
      },
    },
    logs: {
      retention: "7d",
      storage: "10Gi",
      bucket: {
        name: "meridian-logs",
        endpoint: "https://ewr1.vultrobjects.com",
        region: "us-east-1",
      },
    },
    alerts: { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 240 },
    deadMansSwitch: { everyMinutes: 1 },
  },
  charts: { mirror: "oci://registry.example.net/charts" },
  protect: false,
};

/** A key with a value of every kind that a service may have. */
const service = {
  route: { host: "{host}", path: "/" },
  shutdown: { preStopSeconds: 5, drainSeconds: 25 },
  secrets: { API_TOKEN: "api_token" },
  egress: [
    { kind: "network", cidr: "203.0.113.0/24", except: ["203.0.113.128/25"], ports: [443], protocol: "TCP" },
  ],
};

function complete(environment: EnvironmentInput, others: object, place: string): Loose {
  const input = structuredClone({ ...environment, ...more, ...others }) as Loose;
  Object.assign(input.workloads[0].services[0], structuredClone(service), {
    overrides: {
      [place]: {
        replicas: { minimum: 1, maximum: 2, cpuPercent: 70, memoryPercent: 90 },
        resources: { cpu: "200m", memory: "512Mi" },
        env: { LOG_LEVEL: "debug" },
      },
    },
  });
  return input;
}

/** The domain is for clusters that bring no name. */
const withoutHost = (input: Loose): Loose => {
  delete input.regions.us.clusters.us.host;
  return input;
};

const k3s = {
  version: "v1.36.4+k3s1",
  sha256: "0".repeat(64),
  releases: "https://mirror.example.com/k3s",
};

const canary = {
  intervalSeconds: 30,
  threshold: 10,
  maximumWeight: 50,
  stepWeight: 10,
  checks: { errorPercent: 1, latencyMilliseconds: 500, requestsPerSecond: 0.5 },
  load: { connections: 2, requestsPerSecond: 10 },
  gate: "start",
};

/** GitHub's own: https://docs.github.com/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints */
const GITHUB = "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

/** Environments in which every key that can stand there does. */
export const COMPLETE: Readonly<Record<string, Loose>> = {
  local: withoutHost(
    complete(
      local,
      {
        domain: "example.com",
        balancer: {
          kind: "traefik",
          routing: { kind: "round-robin" },
          healthCheck: { path: "/health", intervalSeconds: 5, timeoutSeconds: 2 },
          dialTimeoutSeconds: 3,
        },
        certificates: { kind: "private-ca" },
      },
      "eu",
    ),
  ),
  azure: complete(
    azure,
    {
      infrastructure: { ...azure.infrastructure, adminUsername: "meridian", encryptionAtHost: false, k3s },
      dns: { ...azure.dns, manageZone: true, minimumTls: "1.3" },
      certificates: {
        kind: "letsencrypt",
        email: "platform@example.org",
        challenge: "dns-01",
        server: "staging",
      },
      state: {
        kind: "azurerm",
        location: "northeurope",
        resourceGroup: "meridian-state",
        storageAccount: "meridianstate",
        container: "tfstate",
        principals: ["11111111-1111-1111-1111-111111111111"],
      },
    },
    "eu",
  ),
  aws: complete(
    {
      ...aws,
      workloads: aws.workloads.map((workload) => ({
        ...workload,
        services: workload.services.map((each) => ({ ...each, canary })),
      })) as EnvironmentInput["workloads"],
    },
    {
      balancer: {
        kind: "global-accelerator",
        routing: { kind: "nearest", endpoints: { central: { weight: 128, dial: 100 } } },
        clientAffinity: "source-ip",
      },
      state: { kind: "s3", bucket: "meridian-state", location: "eu-west-1", regional: true },
      gitops: {
        repository: {
          access: "deploy-key",
          url: "ssh://git@github.com/example-org/meridian.git",
          knownHosts: GITHUB,
          branch: "main",
          intervalSeconds: 60,
        },
        alerts: { kind: "slack", channel: "releases" },
      },
    },
    "west",
  ),
  vultr: complete(
    vultr,
    {
      monitoring: {
        ...more.monitoring,
        hub: {
          cluster: "tooling",
          standalone: ["eu-west"],
          outOfOrderWindow: "30m",
          queue: more.monitoring.remoteWrite.queue,
        },
      },
      state: {
        kind: "vultr-object-storage",
        bucket: "meridian-state",
        hostname: "ewr1.vultrobjects.com",
        tier: "tier_010k_5000m",
        lockFile: true,
      },
    },
    "eu-west",
  ),
  gcp: complete(
    gcp,
    {
      infrastructure: {
        ...gcp.infrastructure,
        bootstrap: {
          billingAccount: "01AB23-CD45EF-678901",
          parent: "folders/123456789012",
          administrators: ["group:platform@example.com"],
        },
        registry: { keepImages: 100 },
        databaseUsers: "identity",
        github: {
          repositoryId: "123456789",
          environment: "production",
          branch: "main",
        },
      },
      certificates: {
        kind: "letsencrypt",
        email: "platform@example.com",
        challenge: "dns-01",
        server: "staging",
      },
      state: { kind: "gcs", bucket: "example-project-tf-state", location: "us-central1" },
    },
    "us",
  ),
};
