import { Testing } from "cdktf";
import type { Database } from "../../../config/schema/environment";
import type { DatabaseConnection } from "../../../constructs/database/connection";
import { toNetworks } from "../../../constructs/database/connection";
import { Databases } from "../../../constructs/database/databases";
import { certificateFromPem } from "../../../constructs/workload/certificate";
import { WorkloadRelease } from "../../../constructs/workload/workload-release";
import { objectsOf } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import type { Workspace } from "../../support/synth";
import { JOBS, PLACE, workloadWithJobs } from "../../support/workload";

type Block = Record<string, Record<string, unknown> & { depends_on?: string[] }>;

const CONNECTION: DatabaseConnection = {
  host: "orders.example.internal",
  database: "orders",
  ca: "the CA",
  administrator: { user: "administrator", password: "the administrator's" },
};
const IDENTITY = {
  user: "shop@example.iam",
  annotations: { "example.com/identity": "shop" },
  proof: {
    kind: "proxy",
    image: "registry.example.com/proxy:2.1.0",
    args: ["--port=5433"],
    port: 5433,
    startup: { path: "/startup", port: 9801 },
  },
} as const satisfies DatabaseConnection["identity"];

/** One that the program proves itself, as a member of a group of the server's. */
const SIGNED = {
  user: "application-eu-identity",
  group: "signers",
  annotations: {},
  proof: {
    kind: "token",
    parts: ({ namespace, serviceAccount }) => ({
      env: [{ name: "ROLE", value: `${serviceAccount} of ${namespace}` }],
      volumes: [
        {
          name: "token",
          projected: {
            sources: [
              { serviceAccountToken: { audience: "example.com", expirationSeconds: 3600, path: "token" } },
            ],
          },
        },
      ],
      mounts: [{ name: "token", mountPath: "/var/run/token", readOnly: true }],
    }),
  },
} as const satisfies DatabaseConnection["identity"];

/** A workload whose migration and seed have passwords, and whose service uses the database as application. */
function made(change: { generation?: number; connection?: Partial<DatabaseConnection> } = {}) {
  const workload = workloadWithJobs({
    migrate: { ...JOBS.migrate, secrets: {}, egress: [] },
    seed: JOBS.seed,
  });
  const text = Testing.synthScope((scope) => {
    const database = {
      usedBy: { api: { owner: ["migrate"], application: ["seed", "api"] } },
      variable: "DATABASE_URL",
      passwordGeneration: change.generation ?? 1,
    } as unknown as Extract<Database, { kind: "managed" }>;
    const { used } = new Databases(scope, "Databases", {
      cluster: "eu",
      databases: [
        {
          name: "orders",
          database,
          connection: { ...CONNECTION, ...change.connection },
          egress: [toNetworks(["192.0.2.0/24"])],
        },
      ],
    });
    new WorkloadRelease(scope, "Shop", {
      workload,
      destination: { ...PLACE, databases: used },
      certificate: certificateFromPem({ certificate: "c", key: "k", authority: "a" }),
    });
  });
  const { resource } = JSON.parse(text) as { resource: Record<string, Block> };
  const only = (type: string, id: RegExp) => {
    const found = Object.entries(resource[type] ?? {}).filter(([each]) => id.test(each));
    expect(found.map(([each]) => each)).toHaveLength(1);
    return found[0]?.[1] as Block[string];
  };
  const objects = objectsOf({ resource } as unknown as Workspace);
  const job = (id: RegExp) => only("kubernetes_job_v1", id) as unknown as Job;
  return { text: JSON.stringify(JSON.parse(text)), resource, only, objects, job };
}

interface Job {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly template: { readonly spec: Record<string, unknown> } };
  readonly lifecycle?: Record<string, unknown>;
}

/** What Terraform writes, with the names that Kubernetes has. */
const asObject = (written: object) =>
  JSON.parse(
    JSON.stringify(written).replace(
      /"([a-z_]+)":/g,
      (_, name: string) => `"${name.replace(/_(.)/g, (__, letter: string) => letter.toUpperCase())}":`,
    ),
  );

const first = made();
const namesOf = (block: Block | undefined) =>
  Object.values(block ?? {}).map((each) => {
    const { namespace, name } = each["metadata"] as { namespace: string; name: string };
    return `${/_v1\.(\w+)_Namespace/.exec(namespace)?.[1]}/${name}`;
  });

describe("the users of a database", () => {
  it("are made by a job that the namespace's standard admits, as the administrator, whom the server's CA proves", () => {
    const { metadata, spec } = first.job(/Databases_orders_Job/);
    expect(metadata).toMatchObject({
      namespace: expect.stringMatching(/Databases_Namespace/),
      name: expect.stringMatching(/^orders-1-[0-9a-f]{8}$/),
    });
    const pod = spec.template.spec as { container: { env: { name: string; value?: string }[] }[] };
    expect(restrictedViolations(asObject({ ...pod, containers: pod.container }))).toEqual([]);
    const env = Object.fromEntries(
      pod.container.flatMap((each) => each.env.map(({ name, value }) => [name, value])),
    );
    expect(env).toEqual({
      PGHOST: "orders.example.internal",
      PGPORT: "5432",
      PGDATABASE: "orders",
      PGUSER: "administrator",
      PGCONNECT_TIMEOUT: "10",
      PGSSLMODE: "verify-full",
      PGSSLROOTCERT: "/bootstrap/ca.crt",
      CLUSTER: "eu",
      OWNER: "owner-eu-1",
      APPLICATION: "application-eu-1",
      PGPASSWORD: undefined,
      OWNER_PASSWORD: undefined,
      APPLICATION_PASSWORD: undefined,
    });
  });

  it("are known to those who sign in as one, and the administrator to none of them", () => {
    expect(namesOf(first.resource["kubernetes_secret_v1"])).toEqual(
      expect.arrayContaining(["Databases/orders", "Shop/orders.owner", "Shop/orders.application"]),
    );
    expect(first.text.split("the administrator's")).toHaveLength(2);
    expect(first.only("kubernetes_secret_v1", /^Databases_orders_Secret/)["data"]).toMatchObject({
      PGPASSWORD: "the administrator's",
    });
    const { data } = first.only("kubernetes_secret_v1", /Databases_orders_application/) as { data?: unknown };
    expect(data).toEqual({
      url: expect.stringMatching(
        /^postgresql:\/\/application-eu-1:\$\{random_password\.\w*Application\w*\.result\}@orders\.example\.internal:5432\/orders\?sslmode=verify-full&sslrootcert=\/etc\/databases\/orders\/ca\.crt$/,
      ),
      "ca.crt": "the CA",
    });
  });

  it("may sign in before anything that uses them starts", () => {
    const needs = (type: string, id: RegExp) => JSON.stringify(first.only(type, id).depends_on);
    expect(needs("kubernetes_secret_v1", /Databases_orders_application/)).toMatch(
      /job_v1\.Databases_orders_Job/,
    );
    expect(needs("kubernetes_job_v1", /Jobs_migrate/)).toMatch(/secret_v1\.\w*Databases_orders_owner/);
    expect(needs("helm_release", /Shop/)).toMatch(/secret_v1\.\w*Databases_orders_application/);
    expect(needs("helm_release", /Shop/)).toMatch(/job_v1\.\w*Jobs_seed/);
  });

  it("are made again when a password is another one", () => {
    const { replace_triggered_by: causes } = first.job(/Databases_orders_Job/).lifecycle ?? {};
    expect(causes).toEqual([
      expect.stringMatching(/^random_password\.Databases_orders_Owner_\w+$/),
      expect.stringMatching(/^random_password\.Databases_orders_Application_\w+$/),
    ]);
  });
});

describe("who uses a database", () => {
  const pods = podsIn(first.objects);

  it("has the connection and the CA, and goes where it answers", () => {
    expect(schemaProblems(first.objects)).toEqual([]);
    const [, pod] = pods[0] ?? [];
    expect(pod?.containers[0]?.env).toContainEqual({
      name: "DATABASE_URL",
      valueFrom: { secretKeyRef: { name: "orders.application", key: "url" } },
    });
    expect(pod?.containers[0]?.volumeMounts).toContainEqual({
      name: "database-orders",
      mountPath: "/etc/databases/orders",
      readOnly: true,
    });
    expect(pod?.volumes).toContainEqual({
      name: "database-orders",
      secret: { secretName: "orders.application", items: [{ key: "ca.crt", path: "ca.crt" }] },
    });
    const policy = first.objects.find(({ metadata }) => metadata.name === "api.egress");
    expect(policy?.["spec"]).toMatchObject({
      egress: [{ to: [{ ipBlock: { cidr: "192.0.2.0/24" } }], ports: [{ protocol: "TCP", port: 5432 }] }, {}],
    });
  });

  it("is a job likewise", () => {
    const { container, volume } = first.job(/Jobs_migrate/).spec.template.spec;
    expect(container).toMatchObject([
      {
        env: expect.arrayContaining([
          { name: "DATABASE_URL", value_from: { secret_key_ref: { name: "orders.owner", key: "url" } } },
        ]),
        volume_mount: [{ name: "database-orders", mount_path: "/etc/databases/orders", read_only: true }],
      },
    ]);
    expect(volume).toMatchObject([{ name: "database-orders", secret: { secret_name: "orders.owner" } }]);
    expect(JSON.stringify(first.only("kubernetes_network_policy_v1", /Jobs_migrate/))).toContain(
      "192.0.2.0/24",
    );
  });
});

it("another generation of passwords makes other users and other pods, and does no migration again", () => {
  const second = made({ generation: 2 });
  expect(second.job(/Databases_orders_Job/).metadata.name).toMatch(/^orders-2-/);
  expect(JSON.stringify(second.only("random_password", /Owner/)["keepers"])).toBe('{"generation":"2"}');
  expect(second.text).toContain("postgresql://application-eu-2:");
  const annotations = ({ objects }: ReturnType<typeof made>) =>
    objects.find(({ kind }) => kind === "Deployment")?.["spec"].template.metadata.annotations;
  expect(annotations(first)).toEqual({ "database-orders": "1" });
  expect(annotations(second)).toEqual({ "database-orders": "2" });
  const migration = ({ job }: ReturnType<typeof made>) => ({ ...job(/Jobs_migrate/), depends_on: [] });
  expect(migration(second)).toEqual(migration(first));
});

it("without a CA the connection is encrypted all the same", () => {
  const { text, objects } = made({ connection: { ca: undefined as never } });
  expect(text).toContain("/orders?sslmode=require");
  expect(text).toContain('"name":"PGSSLMODE","value":"require"');
  expect(JSON.stringify(objects)).not.toContain("/etc/databases");
});

describe("an identity of the cloud's", () => {
  const { objects, job, text } = made({ connection: { identity: IDENTITY as never } });
  const [, pod] = podsIn(objects)[0] ?? [];

  it("lets a service in through a proxy beside it, without a password", () => {
    expect(schemaProblems(objects)).toEqual([]);
    expect(restrictedViolations(pod as never)).toEqual([]);
    expect(pod?.initContainers).toContainEqual(
      expect.objectContaining({
        image: "registry.example.com/proxy:2.1.0",
        args: ["--port=5433"],
        restartPolicy: "Always",
        startupProbe: expect.objectContaining({ httpGet: { path: "/startup", port: 9801 } }),
      }),
    );
    expect(JSON.stringify(pod?.containers)).not.toContain("secretKeyRef");
    expect(JSON.stringify(pod?.containers)).toContain("@127.0.0.1:5433/orders?sslmode=disable");
    expect(objects.find(({ kind }) => kind === "ServiceAccount")?.metadata.annotations).toEqual(
      IDENTITY.annotations,
    );
  });

  it("leaves jobs their passwords, and makes the identity a member of who reads and writes rows", () => {
    expect(JSON.stringify(job(/Jobs_seed/))).toContain(
      '"secret_key_ref":{"key":"url","name":"orders.application"}',
    );
    expect(text).toContain('"name":"IDENTITY","value":"shop@example.iam"');
  });
});

describe("an identity that the program proves itself", () => {
  const { objects, job, text } = made({ connection: { identity: SIGNED } });
  const [, pod] = podsIn(objects)[0] ?? [];

  it("stands in the URL without a password; the server is verified as ever, and its pods have the token", () => {
    expect(schemaProblems(objects)).toEqual([]);
    expect(restrictedViolations(pod as never)).toEqual([]);
    const [program] = pod?.containers ?? [];
    expect(JSON.stringify(program)).not.toContain("secretKeyRef");
    expect(program?.env).toEqual(
      expect.arrayContaining([
        {
          name: "DATABASE_URL",
          value:
            "postgresql://application-eu-identity@orders.example.internal:5432/orders?sslmode=verify-full&sslrootcert=/etc/databases/orders/ca.crt",
        },
        { name: "ROLE", value: "api of api" },
      ]),
    );
    expect(program?.volumeMounts?.map(({ mountPath }) => mountPath)).toEqual(
      expect.arrayContaining(["/etc/databases/orders", "/var/run/token"]),
    );
    expect(pod?.volumes?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["database-orders", "token"]),
    );
  });

  it("leaves jobs their passwords, and no token", () => {
    expect(JSON.stringify(job(/Jobs_seed/))).toContain(
      '"secret_key_ref":{"key":"url","name":"orders.application"}',
    );
    expect(JSON.stringify(job(/Jobs_seed/))).not.toContain("projected");
  });

  it("is made by the platform, in the server's group of those who sign in so", () => {
    expect(text).toContain('"name":"IDENTITY_GROUP","value":"signers"');
    expect(text).toContain("CREATE ROLE %I LOGIN', :'identity'");
  });
});
