import type { EnvironmentInput } from "../../../config/schema/environment";
import { objectsIn, only } from "../../support/aws";
import { problemsOf } from "../../support/problems";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

const ratings: NonNullable<EnvironmentInput["databases"]>[string] = {
  kind: "managed",
  engine: "postgres",
  version: "17",
  usedBy: { api: { application: ["api"] } },
};

const withRatings =
  (change: object = {}) =>
  (input: EnvironmentInput): void => {
    input.databases = { "movie-ratings": Object.assign({}, ratings, change) };
  };

/** A migration by the owner, before the program that reads and writes rows. */
const withMigration = (input: EnvironmentInput): void => {
  withRatings({ usedBy: { api: { owner: ["migrate"], application: ["api"] } } })(input);
  const [api] = input.workloads;
  if (api)
    api.jobs = {
      migrate: { image: "ghcr.io/example/shop:1.4.2", resources: { cpu: "50m", memory: "64Mi" } },
    };
};

describe("a database of RDS", () => {
  const { workspaces, dependencies } = synthesizeToMemory([environment("kops", withMigration)]);
  const database = workspaces["kops-database-ca"];
  const deploy = workspaces["kops-api-deploy-main"];
  const instance = only(database, "aws_db_instance");

  it("is private, encrypted, kept, and reached by TLS alone", () => {
    expect(instance).toMatchObject({
      identifier: "kops-movie-ratings",
      db_name: "movie_ratings",
      engine: "postgres",
      engine_version: "17",
      instance_class: "db.t4g.medium",
      storage_encrypted: true,
      publicly_accessible: false,
      multi_az: false,
      deletion_protection: true,
      backup_retention_period: 7,
      backup_window: "03:00-04:00",
      maintenance_window: "sun:05:00-sun:06:00",
      skip_final_snapshot: false,
      final_snapshot_identifier: "kops-movie-ratings-final",
    });
    expect(only(database, "aws_db_parameter_group")).toMatchObject({
      family: "postgres17",
      parameter: [{ name: "rds.force_ssl", value: "1" }],
    });
  });

  it("admits the private subnets, and lets its pods go nowhere else", () => {
    const subnets = ["10.10.0.0/20", "10.10.16.0/20", "10.10.32.0/20"];
    const rules = resourcesOf(database, "aws_vpc_security_group_ingress_rule");
    expect(rules.map(({ cidr_ipv4, from_port, to_port }) => [cidr_ipv4, from_port, to_port])).toEqual(
      subnets.map((cidr) => [cidr, 5432, 5432]),
    );
    expect(resourcesOf(database, "aws_vpc_security_group_egress_rule")).toEqual([]);
    const policies = objectsIn(deploy).filter(({ kind }) => kind === "NetworkPolicy");
    for (const cidr of subnets) expect(JSON.stringify(policies)).toContain(cidr);
  });

  it("keeps its administrator's password to itself: who makes users reads it in RDS' own secret", () => {
    expect(instance).toMatchObject({ manage_master_user_password: true });
    expect(instance).not.toHaveProperty("password");
    expect(Object.keys(database?.output ?? {})).toEqual(["movie-ratings-host", "movie-ratings-secret-arn"]);
    expect(deploy?.data?.["aws_secretsmanager_secret_version"]).toEqual({
      "movie-ratings-administrator": {
        secret_id: "${data.terraform_remote_state.kops-database-ca.outputs.movie-ratings-secret-arn}",
      },
    });
    expect(dependencies["kops-database-ca"]).toEqual(["kops-network-ca"]);
    expect(dependencies["kops-api-deploy-main"]).toContain("kops-database-ca");
  });

  it("is ready in this order: users first, then the migration, then the pods", () => {
    const waitsFor = (type: string, name: RegExp) => {
      const ids = Object.keys(deploy?.resource?.[type] ?? {}).filter((id) => name.test(id));
      expect([type, ids]).toEqual([type, [expect.any(String)]]);
      return JSON.stringify(deploy?.resource?.[type]?.[ids[0] as string]?.["depends_on"]);
    };
    expect(waitsFor("kubernetes_secret_v1", /Databases_movie-ratings_owner/)).toMatch(
      /kubernetes_job_v1\.Databases_movie-ratings_Job/,
    );
    expect(waitsFor("kubernetes_job_v1", /Jobs_migrate/)).toMatch(
      /kubernetes_secret_v1\.\w*Databases_movie-ratings_owner/,
    );
    expect(waitsFor("helm_release", /^Workloads_api_Release/)).toMatch(/kubernetes_job_v1\.\w*Jobs_migrate/);
  });

  it("proves itself by the CA of its region", () => {
    expect(JSON.stringify(deploy)).toMatch(/-----BEGIN CERTIFICATE-----/);
  });

  it("has a second machine in another zone, a larger one, and no guard, where these are chosen", () => {
    const chosen = synthesizeToMemory([
      environment(
        "kops",
        withRatings({
          availability: "regional",
          deletionProtection: false,
          size: { cpu: 3, memoryGiB: 20, storageGiB: 100 },
          backups: { days: 30, time: "23:30" },
        }),
      ),
    ]).workspaces["kops-database-ca"];
    expect(only(chosen, "aws_db_instance")).toMatchObject({
      multi_az: true,
      deletion_protection: false,
      instance_class: "db.r7g.xlarge",
      allocated_storage: 100,
      backup_window: "23:30-00:30",
      maintenance_window: "sun:01:30-sun:02:30",
    });
  });

  it("is made for clusters of EKS as well", () => {
    const eks = synthesizeToMemory([
      environment("aws", (input) => {
        for (const workload of input.workloads) {
          workload.delivery = "terraform";
          for (const service of workload.services) delete service.canary;
        }
        delete input.gitops;
        withRatings({ region: "west" })(input);
      }),
    ]);
    expect(only(eks.workspaces["aws-database-west"], "aws_db_instance")).toMatchObject({
      identifier: "aws-movie-ratings",
    });
    expect(eks.dependencies["aws-database-west"]).toEqual(["aws-network-west"]);
  });
});

describe("what RDS does not make is refused", () => {
  it.each<[string, (input: EnvironmentInput) => void, string]>([
    [
      "too little storage",
      withRatings({ size: { storageGiB: 10 } }),
      "databases.movie-ratings.size.storageGiB: RDS makes no database of less than 20 GiB; expected 20 or more, got 10",
    ],
    [
      "a machine that there is not",
      withRatings({ size: { cpu: 96, memoryGiB: 768 } }),
      'databases.movie-ratings.size: no machine of RDS has 96 processors and 768 GiB; expected at most 64 and 512, such as { "cpu": 4, "memoryGiB": 16 }',
    ],
    [
      "one zone alone",
      (input) => {
        Object.assign(input.regions["ca"]?.network as object, { zones: 1 });
        withRatings()(input);
      },
      'databases.movie-ratings.kind: RDS wants subnets in two zones, and region "ca" has one; expected zones 2 or more there',
    ],
    [
      "a region whose CA is not known",
      (input) => {
        Object.assign(input.regions["ca"]?.network as object, { location: "ca-west-1" });
        withRatings()(input);
      },
      "databases.movie-ratings.region: by which CA RDS proves itself in ca-west-1 is not known here; expected a region elsewhere",
    ],
  ])("%s", (_, change, message) => {
    expect(problemsOf(() => environment("kops", change))).toEqual([expect.stringContaining(message)]);
  });
});
