import type { Environment } from "../../../config/schema/environment";
import {
  type Change,
  deliveredByTerraform,
  withAcm,
  withPlainHttp,
  withRegionalState,
} from "../../support/aws";
import { byArgoCd, delivered, firstService } from "../../support/delivery";
import { environment } from "../../support/synth";
import { JOBS } from "../../support/workload";
import { CORPUS } from "../../support/yaml-readers";

/** What every environment may have besides: secrets, a webhook, a remote Prometheus, a mirror, values of every kind. */
const withMore: Change = (input) => {
  const service = firstService(input);
  service.secrets = { TOKEN: "api_token" };
  service.egress = [{ kind: "network", cidr: "203.0.113.0/24", ports: [443] }];
  service.env = Object.fromEntries(CORPUS.map((text, index) => [`TEXT_${index}`, text]));
  input.monitoring = {
    ...input.monitoring,
    alerts: { kind: "webhook" },
    deadMansSwitch: {},
    remoteWrite: { url: "https://prometheus.example.net/push", authentication: { kind: "bearer" } },
  };
  input.charts = { mirror: "oci://registry.example.net/charts" };
};

/** A database, and a job that brings its tables before the pods of a version. */
const withDatabase =
  (kind: "in-cluster" | "managed", more: object = {}): Change =>
  (input) => {
    for (const workload of input.workloads)
      workload.jobs = { migrate: { ...JOBS.migrate, secrets: {}, egress: [] } };
    input.databases = {
      orders: {
        kind,
        engine: "postgres",
        version: "17",
        usedBy: { api: { owner: ["migrate"], application: ["api"] } },
        ...more,
      },
    } as NonNullable<typeof input.databases>;
  };

/** Where an operator in the cluster puts its backups. */
const BACKUPS = {
  backups: {
    destination: "s3://backups/orders",
    endpoint: "https://minio.example.com:9000",
    accessKeyId: "backup_access_key_id",
    secretAccessKey: "backup_secret_access_key",
  },
};

const withInfrastructure =
  (more: object): Change =>
  (input) => {
    Object.assign(input.infrastructure, more);
  };

const github = { repository: "example-org/meridian" };

const all =
  (...changes: readonly Change[]): Change =>
  (input) => {
    for (const change of changes) change(input);
  };

/** Every environment with every optional feature: what JSON and HCL have to say alike. */
export const FORMAT_VARIANTS: Readonly<Record<string, () => Environment>> = {
  local: () => environment("local", all(withMore, withDatabase("in-cluster", BACKUPS))),
  azure: () =>
    environment("azure", (input) => {
      withMore(input);
      input.certificates = { kind: "letsencrypt", email: "platform@example.org" };
      input.dns = { kind: "cloudflare", zoneId: "0".repeat(32), manageZone: true };
      input.state = {
        kind: "azurerm",
        location: "northeurope",
        resourceGroup: "meridian-state",
        storageAccount: "meridianstate",
        principals: ["11111111-1111-1111-1111-111111111111"],
      };
      Object.assign(input.infrastructure, {
        encryptionAtHost: true,
        flowLogs: { storagePrefix: "exampleflows" },
        backups: { storagePrefix: "examplesaves" },
      });
    }),
  "azure, protected, certificates by HTTP": () =>
    environment("azure", (input) => {
      input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
      input.protect = true;
    }),
  aws: () =>
    delivered((input) => {
      withMore(input);
      if (input.gitops) input.gitops.alerts = { kind: "slack" };
    }),
  "aws, ACM, state in S3, alarms, logs, a database": () =>
    deliveredByTerraform(
      all(
        withAcm,
        withRegionalState,
        withDatabase("managed", { region: "central" }),
        withInfrastructure({ alarms: { emails: ["platform@example.com"] }, flowLogs: {}, accessLogs: {} }),
      ),
    ),
  "aws, plain HTTP, protected": () =>
    deliveredByTerraform((input) => {
      withPlainHttp(input);
      input.protect = true;
    }),
  "vultr, Argo CD, a hub with agents, private images": () =>
    byArgoCd((input) => {
      withMore(input);
      for (const workload of input.workloads) workload.privateImages = true;
      input.monitoring = { ...input.monitoring, hub: { cluster: "tooling" }, logs: {} };
    }),
  "vultr, Let's Encrypt, protected": () =>
    environment("vultr", (input) => {
      input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
      input.protect = true;
    }),
  "kops, GitHub, logs, a database": () =>
    environment(
      "kops",
      all(withMore, withDatabase("managed"), withInfrastructure({ github, flowLogs: {} }), (input) => {
        input.monitoring = { ...input.monitoring, logs: {} };
      }),
    ),
  "kops, Let's Encrypt, protected": () =>
    environment("kops", (input) => {
      input.domain = "movies.example.org";
      input.certificates = { kind: "letsencrypt", email: "platform@example.org", challenge: "http-01" };
      input.protect = true;
    }),
  "gcp, GitHub, Cloud Armor, logs, a database, a cache, state in a bucket": () =>
    environment(
      "gcp",
      all(
        withMore,
        withDatabase("managed"),
        withInfrastructure({ github: { repositoryId: "123456789" }, flowLogs: {}, accessLogs: {} }),
        (input) => {
          Object.assign(input.regions["us"]?.clusters["us"] as object, { armor: {} });
          input.caches = { pages: { usedBy: { api: ["api"] } } };
          input.monitoring = { ...input.monitoring, logs: {} };
          input.state = { kind: "gcs", bucket: "example-project-tf-state", location: "us-central1" };
        },
      ),
    ),
  "gcp, Autopilot, a name of Endpoints, passwords": () =>
    environment(
      "gcp",
      all(withDatabase("managed"), withInfrastructure({ databaseUsers: "password" }), (input) => {
        Object.assign(input.regions["us"]?.clusters["us"] as object, { autopilot: true });
        input.domain = "endpoints.example-project.cloud.goog";
        input.dns = { kind: "endpoints" };
        input.certificates = { kind: "google-managed" };
      }),
    ),
};
