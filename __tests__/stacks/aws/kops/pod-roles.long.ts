import { parse } from "yaml";
import type { EnvironmentInput } from "../../../../config/schema/environment";
import type { KubernetesObject } from "../../../../constructs/kubernetes/object";
import { objectsIn, only } from "../../../support/aws";
import { environment, resourcesOf, synthesizeToMemory } from "../../../support/synth";

const ZONE = "Z0123456789ABCDEFGHIJ";

const withRoles = (input: EnvironmentInput): void => {
  input.domain = "example.com";
  input.dns = { kind: "route53", zoneId: ZONE };
  Object.assign(input.infrastructure, { databaseUsers: "identity" });
  input.databases = {
    ratings: {
      kind: "managed",
      engine: "postgres",
      version: "17",
      usedBy: { api: { application: ["api"] } },
    },
  };
};

const { workspaces, dependencies } = synthesizeToMemory([environment("kops", withRoles)]);
const cluster = only(workspaces["kops-cluster-main"], "kops_cluster") as {
  iam: {
    permissions_boundary: string;
    service_account_external_permissions: {
      name: string;
      namespace: string;
      aws: { inline_policy: string };
    }[];
  };
};
const roles = cluster.iam.service_account_external_permissions;

describe("External DNS on kops", () => {
  const addons = workspaces["kops-cluster-addons-main"];

  it("may write the cluster's own name into one zone, and the mark beside it, and nothing else", () => {
    const role = roles.find(({ name }) => name === "external-dns");
    expect(role?.namespace).toBe("external-dns");
    const [write, ...others] = JSON.parse(role?.aws.inline_policy as string);
    expect(write).toMatchObject({
      Action: "route53:ChangeResourceRecordSets",
      Resource: `arn:aws:route53:::hostedzone/${ZONE}`,
      Condition: {
        "ForAllValues:StringEquals": {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames": [
            "main.example.com",
            "a-main.example.com",
            "aaaa-main.example.com",
            "cname-main.example.com",
          ],
        },
      },
    });
    expect(others.flatMap(({ Action }: { Action: string | string[] }) => Action)).toEqual([
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResources",
      "route53:ListHostedZones",
    ]);
    const { policy } = only(workspaces["kops-store-ca"], "aws_iam_policy") as { policy: string };
    expect(policy).toContain(`arn:aws:route53:::hostedzone/${ZONE}`); // the boundary lets it
  });

  it("runs by its chart, as that role, for that zone and name", () => {
    const release = resourcesOf(addons, "helm_release").find(({ chart }) => chart === "external-dns");
    expect(release).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    const values = parse(String((release as { values?: string[] } | undefined)?.values?.[0]));
    expect(values).toMatchObject({
      policy: "sync",
      sources: ["service"],
      domainFilters: ["main.example.com"],
      txtOwnerId: "kops-main.k8s.local",
      extraArgs: { "zone-id-filter": ZONE },
      serviceAccount: { name: "external-dns" },
    });
    expect(values.env).toContainEqual({
      name: "AWS_ROLE_ARN",
      value: "arn:aws:iam::000000000000:role/external-dns.external-dns.sa.kops-main.k8s.local",
    });
  });

  it("finds the name on the load balancer in front of Traefik", () => {
    const { metadata } = only(addons, "kubernetes_service_v1") as { metadata: { annotations: object } };
    expect(metadata.annotations).toMatchObject({
      "external-dns.alpha.kubernetes.io/hostname": "main.example.com",
    });
  });
});

describe("a service that signs in to RDS by its role", () => {
  it("may connect as one user to one server, whose id the database's workspace publishes", () => {
    const role = roles.find(({ name }) => name === "api");
    expect(role?.namespace).toBe("api");
    expect(role?.aws.inline_policy).toContain("rds-db:connect");
    expect(role?.aws.inline_policy).toContain(
      "arn:aws:rds-db:ca-central-1:000000000000:dbuser:${data.terraform_remote_state.kops-database-ca.outputs.ratings-resource-id}/application-main-identity",
    );
    expect(dependencies["kops-cluster-main"]).toContain("kops-database-ca");
    expect(only(workspaces["kops-database-ca"], "aws_db_instance")).toMatchObject({
      iam_database_authentication_enabled: true,
    });
    expect(only(workspaces["kops-store-ca"], "aws_iam_policy")["policy"]).toContain(
      '"Resource":"arn:aws:rds-db:ca-central-1:000000000000:dbuser:*/*"',
    );
  });

  it("has a token for AWS and no password, while the bootstrap job makes its user", () => {
    const deploy = workspaces["kops-api-deploy-main"];
    const pod = objectsIn(deploy).find(({ kind }) => kind === "Deployment") as KubernetesObject & {
      readonly spec: { template: { spec: { containers: { env: object[] }[]; volumes: object[] } } };
    };
    const [program] = pod.spec.template.spec.containers;
    expect(program?.env).toContainEqual({
      name: "AWS_ROLE_ARN",
      value: "arn:aws:iam::000000000000:role/api.api.sa.kops-main.k8s.local",
    });
    expect(JSON.stringify(program)).not.toContain("secretKeyRef");
    expect(pod.spec.template.spec.volumes).toContainEqual({
      name: "token-amazonaws-com",
      projected: {
        sources: [
          { serviceAccountToken: { audience: "amazonaws.com", expirationSeconds: 3600, path: "token" } },
        ],
      },
    });
    const [bootstrap] = resourcesOf(deploy, "kubernetes_job_v1");
    expect(JSON.stringify(bootstrap)).toContain('"name":"IDENTITY_GROUP","value":"rds_iam"');
    const ours = resourcesOf(deploy, "kubernetes_secret_v1").find(
      ({ metadata }) => (metadata as { name: string }).name === "ratings.application",
    );
    expect(Object.keys(ours?.["data"] as object)).toEqual(["ca.crt"]);
  });
});
