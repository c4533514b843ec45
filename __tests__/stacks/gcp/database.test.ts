import { tierOf } from "../../../config/clouds/gcp/sql";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { objectsIn, only } from "../../support/aws";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../support/synth";

/** The API has the database as application, and a job as its owner. */
const withDatabase = (change: (input: EnvironmentInput) => void = () => {}) =>
  synthesizeToMemory([
    environment("gcp", (input) => {
      const [workload] = input.workloads;
      if (workload)
        workload.jobs = {
          migrate: {
            image: "{registry}/api:0.1.0",
            args: ["migrate"],
            resources: { cpu: "100m", memory: "128Mi" },
          },
        };
      input.databases = {
        cats: {
          kind: "managed",
          engine: "postgres",
          version: "18",
          availability: "regional",
          usedBy: { api: { owner: ["migrate"], application: ["api"] } },
        },
      };
      change(input);
    }),
  ]);

const pod = (output: Output) =>
  (
    objectsIn(output.workspaces["gcp-api-deploy-us"]).find(
      ({ kind }) => kind === "Deployment",
    ) as unknown as {
      spec: {
        template: {
          spec: {
            initContainers?: { image: string; args: string[]; restartPolicy: string }[];
            containers: { env: { name: string; value?: string; valueFrom?: object }[] }[];
          };
        };
      };
    }
  ).spec.template.spec;

const connectionOf = (output: Output) =>
  pod(output).containers[0]?.env.find(({ name }) => name === "DATABASE_URL");

const output = withDatabase();

describe("a database that Google runs", () => {
  const database = output.workspaces["gcp-database-us"];
  const instance = only(database, "google_sql_database_instance");

  it("is in two zones, backed up, and has no address of its own", () => {
    expect(instance).toMatchObject({
      database_version: "POSTGRES_18",
      deletion_protection: true,
      settings: {
        edition: "ENTERPRISE",
        tier: "db-custom-1-4096",
        availability_type: "REGIONAL",
        disk_autoresize: true,
        backup_configuration: { enabled: true, start_time: "03:00", point_in_time_recovery_enabled: true },
        maintenance_window: { day: 7, hour: 4, update_track: "stable" },
        insights_config: { query_insights_enabled: true },
        ip_configuration: {
          ipv4_enabled: false,
          ssl_mode: "ENCRYPTED_ONLY",
          psc_config: [{ psc_enabled: true, allowed_consumer_projects: ["example-project"] }],
        },
      },
      lifecycle: { ignore_changes: ["settings[0].disk_size"] },
    });
  });

  it("is found by its own name, at an address of the network", () => {
    expect(only(database, "google_dns_managed_zone")).toMatchObject({
      dns_name: "us-central1.sql.goog.",
      visibility: "private",
    });
    expect(only(database, "google_compute_forwarding_rule")).toMatchObject({ load_balancing_scheme: "" });
    expect(only(database, "google_compute_address")).toMatchObject({ address_type: "INTERNAL" });
  });

  it("hands its administrator's password over as a secret, which the server's own state does not have", () => {
    const users = resourcesOf(database, "google_sql_user");
    expect(users.map(({ name }) => name)).toContain("administrator");
    for (const user of users) expect(user).not.toHaveProperty("password");
    expect(database?.output?.["cats-password"]).toMatchObject({ sensitive: true });
    expect(database?.output?.["cats-ca"]).not.toHaveProperty("sensitive"); // a certificate
  });

  it("lets pods in as an account of this server alone, through a proxy beside the program", () => {
    const roles = resourcesOf(database, "google_project_iam_member");
    expect(roles.map(({ role }) => role)).toEqual(["roles/cloudsql.client", "roles/cloudsql.instanceUser"]);
    for (const { condition } of roles)
      expect(JSON.stringify(condition)).toContain("projects/example-project/instances/");
    expect(only(database, "google_service_account_iam_member")).toMatchObject({
      member: "serviceAccount:example-project.svc.id.goog[api/api]",
    });
    const [proxy] = pod(output).initContainers ?? [];
    expect(proxy).toMatchObject({ restartPolicy: "Always" });
    expect(proxy?.args).toEqual(expect.arrayContaining(["--psc", "--auto-iam-authn"]));
    expect(connectionOf(output)?.value).toContain("@127.0.0.1:5432/cats");
  });

  it("is reached by policies that name its network, Google's APIs, and who says which account a pod has", () => {
    const policy = objectsIn(output.workspaces["gcp-api-deploy-us"]).find(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "api.egress",
    ) as unknown as {
      spec: { egress: { to: { ipBlock?: { cidr: string } }[]; ports: { port: number }[] }[] };
    };
    const ways = policy.spec.egress.flatMap(({ to, ports }) =>
      to.flatMap(({ ipBlock }) => (ipBlock ? ports.map(({ port }) => `${ipBlock.cidr} ${port}`) : [])),
    );
    expect(ways).toEqual([
      "10.10.0.0/16 5432",
      "10.10.0.0/16 3307",
      "199.36.153.8/30 443",
      "169.254.169.254/32 80",
    ]);
    const names = resourcesOf(output.workspaces["gcp-network-us"], "google_dns_record_set");
    expect(names).toContainEqual(
      expect.objectContaining({
        name: "private.googleapis.com.",
        rrdatas: ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"],
      }),
    );
  });

  it("is left to passwords, where these are chosen", () => {
    const chosen = withDatabase((input) => {
      Object.assign(input.infrastructure, { databaseUsers: "password" });
    });
    expect(resourcesOf(chosen.workspaces["gcp-database-us"], "google_service_account")).toEqual([]);
    expect(pod(chosen).initContainers).toBeUndefined();
    expect(connectionOf(chosen)).toEqual({
      name: "DATABASE_URL",
      valueFrom: { secretKeyRef: { key: "url", name: "cats.application" } },
    });
  });

  it("is migrated by its owner, with a password", () => {
    const job = resourcesOf(output.workspaces["gcp-api-deploy-us"], "kubernetes_job_v1").find((each) =>
      JSON.stringify(each).includes('"migrate"'),
    );
    expect(JSON.stringify(job)).toContain('"secret_key_ref":{"key":"url","name":"cats.owner"}');
  });
});

const chosen = withDatabase((input) => {
  input.caches = { pages: { availability: "regional", usedBy: { api: ["api"] } } };
  Object.assign(input.infrastructure, { databaseExports: { bucket: "example-backups", time: "04:30" } });
  input.monitoring = { storage: "10Gi", longTerm: { retentionDays: 400, replicas: 2 } };
});

describe("a cache, and exports outside of the project", () => {
  const variables = (of: Output) => pod(of).containers[0]?.env.map(({ name }) => name);
  const policyOf = (of: Output) =>
    JSON.stringify(
      objectsIn(of.workspaces["gcp-api-deploy-us"]).find(({ metadata }) => metadata.name === "api.egress"),
    );

  it("is known by a name of the network, in a variable of who uses it, who may go there", () => {
    const cache = chosen.workspaces["gcp-cache-us"];
    expect(only(cache, "google_memorystore_instance")).toMatchObject({
      instance_id: "gcp-pages",
      mode: "CLUSTER_DISABLED",
      node_type: "SHARED_CORE_NANO",
      replica_count: 1,
      engine_version: "VALKEY_8_0",
      desired_auto_created_endpoints: [{ project_id: "example-project" }],
    });
    expect(only(cache, "google_dns_record_set")).toMatchObject({ name: "pages.cache.gcp.internal." });
    expect(only(cache, "google_dns_managed_zone")).toMatchObject({ visibility: "private" });
    expect(pod(chosen).containers[0]?.env).toContainEqual({
      name: "REDIS_URL",
      value: "redis://pages.cache.gcp.internal:6379",
    });
    expect(policyOf(chosen)).toContain('"port":6379');
    expect(chosen.dependencies["gcp-api-deploy-us"]).toContain("gcp-cache-us");
  });

  it("is nowhere without", () => {
    expect(output.workspaces).not.toHaveProperty("gcp-cache-us");
    expect(variables(output)).not.toContain("REDIS_URL");
    expect(policyOf(output)).not.toContain("6379");
  });

  it("are asked for once a day, by an account that may look at this server alone", () => {
    const database = chosen.workspaces["gcp-database-us"];
    const job = only(database, "google_cloud_scheduler_job");
    expect(job).toMatchObject({ schedule: "30 4 * * *", http_target: { http_method: "POST" } });
    const { body } = job["http_target"] as { body: string };
    expect(JSON.parse(Buffer.from(body, "base64").toString())).toMatchObject({
      exportContext: { uri: "gs://example-backups/gcp/cats.sql.gz", databases: ["cats"] },
    });
    expect(resourcesOf(database, "google_project_iam_member")).toContainEqual(
      expect.objectContaining({
        role: "roles/cloudsql.viewer",
        condition: expect.objectContaining({ title: "one server" }),
      }),
    );
    expect(database?.output).toHaveProperty("cats-exporter");
    expect(resourcesOf(output.workspaces["gcp-database-us"], "google_cloud_scheduler_job")).toEqual([]);
  });

  it("are APIs and roles of the project where they are chosen, and otherwise not", () => {
    const apis = (of: Output) =>
      resourcesOf(of.workspaces["bootstrap-gcp"], "google_project_service").map(({ service }) => service);
    const more = [
      "memorystore.googleapis.com",
      "networkconnectivity.googleapis.com",
      "cloudscheduler.googleapis.com",
    ];
    expect(apis(chosen)).toEqual(expect.arrayContaining(more));
    for (const api of more) expect(apis(output)).not.toContain(api);
    expect(JSON.stringify(chosen.workspaces["bootstrap-gcp"])).toContain("roles/memorystore.admin");
  });
});

describe("samples for years", () => {
  const monitoring = chosen.workspaces["gcp-monitoring-us"];

  it("lie in a bucket that one account uses, as Prometheus and Thanos in this cluster", () => {
    const metrics = chosen.workspaces["gcp-metrics-us"];
    expect(only(metrics, "google_storage_bucket")).toMatchObject({
      name: "example-project-gcp-us-metrics",
      public_access_prevention: "enforced",
      lifecycle_rule: expect.arrayContaining([{ action: { type: "Delete" }, condition: { age: 407 } }]),
    });
    expect(only(metrics, "google_storage_bucket_iam_member")).toMatchObject({
      role: "roles/storage.objectUser",
    });
    expect(resourcesOf(metrics, "google_service_account_iam_member").map(({ member }) => member)).toEqual(
      ["monitoring-prometheus", "thanos-compactor", "thanos-store"].map(
        (name) => `serviceAccount:example-project.svc.id.goog[monitoring/${name}]`,
      ),
    );
  });

  it("are uploaded by a sidecar of each Prometheus, and shown by Query, which Grafana asks", () => {
    const chart = JSON.stringify(
      resourcesOf(monitoring, "helm_release").find(({ name }) => name === "monitoring")?.["values"],
    );
    expect(chart).toContain("thanos-object-store");
    expect(chart).toMatch(/replicaExternalLabelName: \\?"?replica/);
    expect(chart).toContain("http://thanos-query:10902");
    const bucket = resourcesOf(monitoring, "kubernetes_config_map_v1").find(
      ({ metadata }) => (metadata as { name: string }).name === "thanos-object-store",
    );
    expect(bucket?.["data"]).toEqual({
      "objstore.yml": '{"type":"GCS","config":{"bucket":"example-project-gcp-us-metrics"}}',
    });
  });

  it("are read and put in order by pods that go to Google's APIs; Query goes to its neighbours alone", () => {
    const policies = Object.fromEntries(
      objectsIn(monitoring)
        .filter(({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name.startsWith("thanos-"))
        .map(({ metadata, ...policy }) => [
          metadata.name,
          JSON.stringify(policy).includes("199.36.153.8/30"),
        ]),
    );
    expect(policies).toEqual({ "thanos-query": false, "thanos-store": true, "thanos-compactor": true });
    const compactor = JSON.stringify(
      objectsIn(monitoring).find(
        ({ kind, metadata }) => kind === "Deployment" && metadata.name === "thanos-compactor",
      ),
    );
    expect(compactor).toContain("--retention.resolution-raw=400d");
  });

  it("are nowhere without", () => {
    expect(output.workspaces).not.toHaveProperty("gcp-metrics-us");
    expect(JSON.stringify(output.workspaces["gcp-monitoring-us"])).not.toContain("thanos");
  });
});

describe("the machine of a database", () => {
  it.each([
    [{ cpu: 1, memoryGiB: 1 }, "db-custom-1-3840"],
    [{ cpu: 1, memoryGiB: 4 }, "db-custom-1-4096"],
    [{ cpu: 1, memoryGiB: 8 }, "db-custom-2-8192"],
    [{ cpu: 3, memoryGiB: 12 }, "db-custom-4-12288"],
    [{ cpu: 8, memoryGiB: 1 }, "db-custom-8-7424"],
    [{ cpu: 96, memoryGiB: 625 }, undefined],
  ])("is the smallest that has %j: %s", (size, tier) => {
    expect(tierOf({ ...size, storageGiB: 20 })).toBe(tier);
  });
});

it("secrets that are made once are kept in a Secret, and nowhere in the release", () => {
  const output = synthesizeToMemory([
    environment("gcp", ({ workloads }) => {
      for (const service of workloads[0]?.services ?? []) service.generated = { SECRET_KEY_BASE: 128 };
    }),
  ]);
  const deploy = output.workspaces["gcp-api-deploy-us"];
  expect(only(deploy, "random_password")).toMatchObject({ length: 128, special: false });
  const secret = resourcesOf(deploy, "kubernetes_secret_v1").find(
    (each) => "SECRET_KEY_BASE" in ((each["data_wo"] as object | undefined) ?? {}),
  );
  expect(secret).toMatchObject({
    data_wo: { SECRET_KEY_BASE: expect.stringMatching(/random_password.*result/) },
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^random_password\./)] },
  });
  expect(pod(output).containers[0]?.env).toContainEqual({
    name: "SECRET_KEY_BASE",
    valueFrom: { secretKeyRef: { name: "api-secrets", key: "SECRET_KEY_BASE" } },
  });
});
