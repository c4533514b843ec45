import { clouds } from "../../config/clouds";
import { databasesOfKind } from "../../config/databases";
import { workloadsIn } from "../../config/in-cluster";
import { regionOf } from "../../config/places";
import type { EnvironmentInput } from "../../config/schema/environment";
import { warningsIn } from "../../config/warnings";
import { environments } from "../fixtures/environments";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";
import { JOBS } from "../support/workload";

type DatabaseInput = NonNullable<EnvironmentInput["databases"]>[string];

const EXISTING: DatabaseInput = {
  kind: "existing",
  networks: [{ kind: "network", cidr: "192.0.2.7/32", ports: [5432] }],
  urls: { owner: "shop_owner_url", application: "shop_url" },
  usedBy: { api: { owner: ["migrate"], application: ["api"] } },
};
const MADE = { engine: "postgres", version: "17", usedBy: {} } as const;

/** A text as a pattern that matches it alone. */
const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

const withDatabases =
  (databases: Record<string, DatabaseInput>) =>
  (input: EnvironmentInput): void => {
    for (const workload of input.workloads)
      if (workload.delivery !== "flux") workload.jobs = { migrate: { ...JOBS.migrate, secrets: {} } };
    input.databases = databases;
  };
const local = (
  databases: Record<string, DatabaseInput>,
  change: (input: EnvironmentInput) => void = () => {},
) =>
  environment("local", (input) => {
    withDatabases(databases)(input);
    change(input);
  });

describe("one that somebody else runs", () => {
  const [workload] = workloadsIn(local({ shop: EXISTING }), { role: "api", region: "eu", cluster: "eu" });

  it("is known to who uses it, each by the user that it is", () => {
    expect(workload?.services[0]?.secrets).toEqual({ DATABASE_URL: "shop_url" });
    expect(workload?.jobs["migrate"]?.secrets).toEqual({ DATABASE_URL: "shop_owner_url" });
  });

  it("is where they may go", () => {
    expect(workload?.services[0]?.egress).toMatchObject([{ cidr: "192.0.2.7/32", ports: [5432] }]);
    expect(workload?.jobs["migrate"]?.egress).toMatchObject([
      { cidr: "192.0.2.0/24" },
      { cidr: "192.0.2.7/32", ports: [5432] },
    ]);
  });

  it("is nothing to the others", () => {
    const [unused] = workloadsIn(local({ shop: { ...EXISTING, usedBy: {} } }), {
      role: "api",
      region: "eu",
      cluster: "eu",
    });
    expect(unused?.services[0]).toMatchObject({ secrets: {}, egress: [] });
  });
});

it.each(Object.keys(environments) as (keyof typeof environments)[])(
  "%s refuses every database that it does not make, each by one message",
  (name) => {
    const { kind } = environments[name].infrastructure;
    const made: readonly string[] = clouds[kind].fits.databases;
    const wanted: readonly [string, DatabaseInput][] = [
      ["movies", { kind: "managed", ...MADE, usedBy: { nobody: {} } }],
    ];
    const refused = wanted.filter(([, database]) => !made.includes(database.kind));
    const example =
      'such as { "kind": "existing", "networks": [{ "kind": "network", "cidr": "198.51.100.7/32", "ports": [5432] }], "urls":';
    expect(problemsOf(() => environment(name, withDatabases(Object.fromEntries(refused))))).toEqual(
      refused.map(([database, { kind: of }]) =>
        expect.stringMatching(
          new RegExp(
            `^databases.${database}.kind: infrastructure "${kind}" makes no database of kind "${of}"(?: \\(infrastructure .* does\\))?; expected .*"in-cluster", ${escaped(example)} { "application": "${database}_url" } }$`,
          ),
        ),
      ),
    );
  },
);

it("is answered by 'no databases' where the cloud has none at all, not even those that exist", () => {
  const restored = jest.replaceProperty(clouds.existing.fits, "databases", [] as never);
  expect(problemsOf(() => local({ movies: { kind: "managed", ...MADE } }))).toEqual([
    'databases.movies.kind: infrastructure "existing" makes no database of kind "managed" (infrastructure "aws" or "gcp" does); expected no databases',
  ]);
  restored.restore();
});

it.each<[string, Record<string, DatabaseInput>, string]>([
  [
    "a workload that is not there",
    { shop: { ...EXISTING, usedBy: { shop: {} } } },
    'databases.shop.usedBy.shop: no workload has this name; expected "api"',
  ],
  [
    "a service that is not there",
    { shop: { ...EXISTING, usedBy: { api: { application: ["web"] } } } },
    'databases.shop.usedBy.api.application[0]: no service or job of "api" has this name; expected "api" or "migrate"',
  ],
  [
    "two users at once",
    { shop: { ...EXISTING, usedBy: { api: { owner: ["api"], application: ["api"] } } } },
    'databases.shop.usedBy.api.application[0]: "api" is the owner too; expected it in one of them',
  ],
  [
    "no connection",
    { shop: { ...EXISTING, urls: { owner: "shop_owner_url" } } },
    'databases.shop.urls.application: it is used as application, and nothing says how; expected the name of a Terraform variable, such as "shop_application_url"',
  ],
  [
    "a variable that another database has",
    { shop: EXISTING, cart: { ...EXISTING, usedBy: { api: { application: ["api"] } } } },
    'databases.cart.variable: "api" of "api" has DATABASE_URL from shop already; expected another name, such as "CART_URL"',
  ],
])("%s is refused", (_, databases, expected) => {
  expect(problemsOf(() => local(databases))).toEqual([expected]);
});

describe("one that the cloud makes", () => {
  beforeAll(() => void jest.replaceProperty(clouds.existing.fits, "databases", ["managed"] as never));
  afterAll(() => void jest.restoreAllMocks());
  const managed = (change: object = {}) => ({ kind: "managed", ...MADE, ...change }) as const;

  it("is in the region that serves users, or in the one that is named", () => {
    const alone = local({ shop: managed() }, (input) => delete input.regions["us"]);
    expect(databasesOfKind(alone, "managed").map(([, shop]) => regionOf(alone, shop))).toEqual(["eu"]);
    const named = local({ shop: managed({ region: "us" }) });
    expect(databasesOfKind(named, "managed").map(([, shop]) => regionOf(named, shop))).toEqual(["us"]);
  });

  it.each([
    ["no region where several serve users", {}, "region: several regions serve users"],
    ["a region that serves none", { region: "asia" }, "region: no region of this name serves users"],
  ])("%s is refused", (_, change, expected) => {
    expect(problemsOf(() => local({ shop: managed(change) }))).toEqual([
      `databases.shop.${expected}; expected "us" or "eu"`,
    ]);
  });

  it.each([
    [
      "another engine",
      { engine: "mysql" },
      'engine: expected "postgres"; a database of another engine is one that exists already, kind "existing", got "mysql"',
    ],
    [
      "a version that is no longer maintained",
      { version: "14" },
      'version: expected a major version of PostgreSQL from 15 on, such as "17", got "14"',
    ],
    [
      "a minor version",
      { version: "17.2" },
      'version: expected a major version of PostgreSQL from 15 on, such as "17", got "17.2"',
    ],
    [
      "no generation at all",
      { passwordGeneration: 0 },
      "passwordGeneration: expected the generation of the passwords, a whole number from 1 to 1000000, such as 2, got 0",
    ],
  ])("%s is refused", (_, change, expected) => {
    expect(problemsOf(() => local({ shop: managed({ region: "eu", ...change }) as never }))).toEqual([
      `databases.shop.${expected}`,
    ]);
  });
});

it("a variable of the service's own is not taken from it", () => {
  const problems = problemsOf(() =>
    local({ shop: EXISTING }, ({ workloads }) => {
      for (const { services } of workloads)
        for (const service of services) service.env = { DATABASE_URL: "x" };
    }),
  );
  expect(problems).toEqual([
    'databases.shop.variable: "api" of "api" has DATABASE_URL from its env or secrets already; expected another name, such as "SHOP_URL"',
  ]);
});

describe("one inside of the clusters", () => {
  const inCluster = (change: object = {}): DatabaseInput => ({ kind: "in-cluster", ...MADE, ...change });
  const BACKUPS = {
    destination: "s3://backups/shop",
    accessKeyId: "backup_access_key_id",
    secretAccessKey: "backup_secret_access_key",
  };

  it("asks for as little as it starts with, and outlives no zone, unless it is told to", () => {
    expect(local({ shop: inCluster() }).databases["shop"]).toMatchObject({
      size: { cpu: "100m", memory: "512Mi", storage: "10Gi" },
      availability: "zonal",
      deletionProtection: true,
      passwordGeneration: 1,
    });
  });

  it("warns of what is in no backup, and of data that clusters do not share", () => {
    const used = { usedBy: { api: { application: ["api"] } } };
    expect(warningsIn(local({ shop: inCluster(used) }))).toEqual([
      'databases.shop.backups: none: what is in it is lost with its volume; { "destination": "s3://backups/shop", "accessKeyId": "backup_access_key_id", "secretAccessKey": "backup_secret_access_key" } keeps it',
      'databases.shop.kind: clusters us, eu each have one, with data of its own: users find in one what they left in another only with a database of kind "managed" or "existing"',
    ]);
    const alone = local(
      { shop: inCluster({ ...used, backups: BACKUPS }) },
      (input) => delete input.regions["us"],
    );
    expect(warningsIn(alone)).toEqual([]);
  });

  it.each([
    [
      "a version that the operator does not run",
      { version: "19" },
      'version: expected one of "15", "16", "17", "18", got "19"',
    ],
    [
      "less memory than PostgreSQL starts with",
      { size: { memory: "128Mi" } },
      'size.memory: expected requested memory, which is also the limit, a Kubernetes quantity from 256Mi to 64Ti, such as "512Mi", got "128Mi"',
    ],
    [
      "no room for its log",
      { size: { storage: "100Mi" } },
      'size.storage: expected the size of the volume, a Kubernetes quantity from 1Gi to 64Ti, such as "10Gi", got "100Mi"',
    ],
    [
      "backups in another kind of store",
      { backups: { ...BACKUPS, destination: "gs://backups" } },
      'backups.destination: expected the bucket and the folder of the backups, such as "s3://backups/movies", got "gs://backups"',
    ],
    [
      "credentials themselves",
      { backups: { ...BACKUPS, secretAccessKey: "wJalrXUtnFEMI/K7MDENG" } },
      'backups.secretAccessKey: expected the name of a Terraform variable, such as "api_token"',
    ],
  ])("%s is refused", (_, change, expected) => {
    const problems = problemsOf(() => local({ shop: inCluster(change) }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`databases.shop.${expected}`);
  });

  it("is nothing that a repository can deliver", () => {
    const problems = problemsOf(() =>
      environment("aws", (input) => {
        input.databases = { shop: inCluster({ usedBy: { api: { application: ["api"] } } }) };
      }),
    );
    expect(problems).toEqual([
      'databases.shop.usedBy.api: a repository delivers this workload, and knows no database that is made; expected delivery "terraform", or a database of kind "existing"',
    ]);
  });
});
