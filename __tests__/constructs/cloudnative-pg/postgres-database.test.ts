import { Testing } from "cdktf";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { Operator } from "../../../constructs/cloudnative-pg/operator";
import { type PostgresCluster, PostgresDatabase } from "../../../constructs/cloudnative-pg/postgres-cluster";
import { prometheusOf } from "../../../constructs/monitoring/pods";
import { CUSTOM } from "../../../rehearsal/kubernetes/schema/custom";
import { fieldProblems } from "../../../rehearsal/kubernetes/schema/fields";
import { objectsOf } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { environment, type Workspace } from "../../support/synth";
import { PLACE } from "../../support/workload";

type Input = Extract<NonNullable<EnvironmentInput["databases"]>[string], { kind: "in-cluster" }>;

const BACKUPS = {
  destination: "s3://backups/orders",
  endpoint: "https://minio.example.com:9000",
  accessKeyId: "backup_access_key_id",
  secretAccessKey: "backup_secret_access_key",
  days: 14,
  time: "23:05",
};

function made(change: Partial<Input> = {}) {
  const { databases } = environment("local", (input) => {
    input.databases = {
      orders: { kind: "in-cluster", engine: "postgres", version: "17", usedBy: {}, ...change },
    };
  });
  const database = databases["orders"] as PostgresCluster;
  const text = Testing.synthScope((scope) => {
    const operator = new Operator(scope, "Operator", {
      backsUp: database.backups !== undefined,
      chartMirror: undefined,
    });
    new PostgresDatabase(scope, "Orders", {
      name: "orders",
      database,
      namespace: "postgres",
      users: ["shop"],
      scraper: prometheusOf(PLACE),
      dependsOn: operator.resources,
    });
  });
  const workspace = JSON.parse(text) as Workspace;
  const objects = objectsOf(workspace);
  return { text, workspace, objects, object: (kind: string) => objects.find((each) => each.kind === kind) };
}

const plain = made();
const backedUp = made({ backups: BACKUPS, availability: "regional" });

it("has the fields that the operator's definitions have", () => {
  for (const object of backedUp.objects.filter(({ kind }) => kind !== "NetworkPolicy"))
    expect(fieldProblems(object, CUSTOM[`${object.apiVersion} ${object.kind}`]?.fields ?? {})).toEqual([]);
  expect(schemaProblems(backedUp.objects.filter(({ kind }) => kind === "NetworkPolicy"))).toEqual([]);
});

it("is one instance that a node may be drained of, with a database whose owner makes the other users and is no superuser", () => {
  expect(plain.object("Cluster")?.["spec"]).toMatchObject({
    instances: 1,
    enablePDB: false,
    enableSuperuserAccess: false,
    imageName: "ghcr.io/cloudnative-pg/postgresql:17.6-system-trixie",
    bootstrap: {
      initdb: {
        database: "orders",
        owner: "administrator",
        secret: { name: "orders-administrator" },
        postInitSQL: ["ALTER ROLE administrator CREATEROLE CREATEDB"],
      },
    },
    certificates: { serverCASecret: "orders-server-ca" },
    resources: { requests: { cpu: "100m", memory: "512Mi" }, limits: { memory: "512Mi" } },
  });
  expect(plain.object("Cluster")?.["spec"]).not.toHaveProperty("plugins");
});

it("is three instances in as many zones where it outlives one", () => {
  expect(backedUp.object("Cluster")?.["spec"]).toMatchObject({
    instances: 3,
    enablePDB: true,
    affinity: { topologyKey: "topology.kubernetes.io/zone" },
  });
});

describe("backups", () => {
  it("are the log as it is written, and a copy each day, kept as long as is said", () => {
    expect(backedUp.object("Cluster")?.["spec"].plugins).toEqual([
      {
        name: "barman-cloud.cloudnative-pg.io",
        isWALArchiver: true,
        parameters: { barmanObjectName: "orders" },
      },
    ]);
    expect(backedUp.object("ObjectStore")?.["spec"]).toMatchObject({
      retentionPolicy: "14d",
      configuration: {
        destinationPath: "s3://backups/orders",
        endpointURL: "https://minio.example.com:9000",
        s3Credentials: { secretAccessKey: { name: "orders-backups", key: "ACCESS_SECRET_KEY" } },
      },
    });
    expect(backedUp.object("ScheduledBackup")?.["spec"]).toMatchObject({
      schedule: "0 5 23 * * *",
      method: "plugin",
      cluster: { name: "orders" },
    });
  });

  it("go out by the port of their storage, with credentials that no file of ours holds", () => {
    const ports = (of: typeof plain) =>
      of
        .object("NetworkPolicy")
        ?.["spec"].egress.at(-1)
        .ports.map(({ port }: { port: number }) => port);
    expect(ports(plain)).toEqual([443, 6443]);
    expect(ports(backedUp)).toEqual([443, 6443, 9000]);
    const secrets = Object.values(backedUp.workspace.resource?.["kubernetes_secret_v1"] ?? {});
    expect(secrets.map((secret) => secret["data_wo"])).toContainEqual({
      ACCESS_KEY_ID: "${var.backup_access_key_id}",
      ACCESS_SECRET_KEY: "${var.backup_secret_access_key}",
    });
  });

  it("need a plugin, which is there before the database, and without them is not there at all", () => {
    const charts = ({ workspace }: typeof plain) =>
      Object.values(workspace.resource?.["helm_release"] ?? {}).flatMap(({ repository, chart }) =>
        repository === undefined ? [] : [chart],
      );
    expect(charts(plain)).toEqual(["cloudnative-pg"]);
    expect(charts(backedUp)).toEqual(["cloudnative-pg", "plugin-barman-cloud"]);
    const release = Object.entries(backedUp.workspace.resource?.["helm_release"] ?? {}).find(([id]) =>
      id.startsWith("Orders"),
    )?.[1];
    expect(release?.["depends_on"]).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^helm_release\.Operator_Plugin/),
        expect.stringMatching(/^helm_release\.Operator_[0-9A-F]{8}$/),
      ]),
    );
  });
});

it("admits the job that makes its users, the workloads that use it, its copies, the operator and Prometheus", () => {
  const { ingress } = plain.object("NetworkPolicy")?.["spec"] ?? {};
  const from = (name: string) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
  });
  expect(ingress).toEqual([
    { from: [from("databases"), from("shop")], ports: [{ protocol: "TCP", port: 5432 }] },
    {
      from: [
        { podSelector: {} },
        {
          ...from("cnpg-system"),
          podSelector: { matchLabels: { "app.kubernetes.io/name": "cloudnative-pg" } },
        },
      ],
      ports: [
        { protocol: "TCP", port: 5432 },
        { protocol: "TCP", port: 8000 },
      ],
    },
    {
      from: [
        { ...from("monitoring"), podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } } },
      ],
      ports: [{ protocol: "TCP", port: 9187 }],
    },
  ]);
});

it("is left where it is by Helm, and by Terraform, unless the configuration lets it go", () => {
  const keeps = ({ object, text }: typeof plain) => [
    object("Cluster")?.metadata.annotations?.["helm.sh/resource-policy"],
    text.includes('"prevent_destroy": true'),
  ];
  expect(keeps(plain)).toEqual(["keep", true]);
  expect(keeps(made({ deletionProtection: false }))).toEqual([undefined, false]);
});
