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

describe("a database that Google runs", () => {
  const output = withDatabase();
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
