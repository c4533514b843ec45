import { synthesizeAws, withAcm, withRegionalState } from "../../support/aws";
import { resourcesOf } from "../../support/synth";

describe("the workspaces of aws", () => {
  const output = synthesizeAws();

  it("are these, and each comes after those that it reads", () => {
    const edges = Object.entries(output.dependencies).map(([id, before]) =>
      `${id} <- ${before.join(" ")}`.trim(),
    );
    expect(edges.join("\n")).toMatchInlineSnapshot(`
      "aws-api-deploy-central <- aws-cluster-addons-central
      aws-api-deploy-west <- aws-cluster-addons-west
      aws-cluster-addons-central <- aws-eks-central aws-network-central aws-pki
      aws-cluster-addons-west <- aws-eks-west aws-network-west aws-pki
      aws-eks-central <- aws-network-central aws-github
      aws-eks-west <- aws-network-west aws-github
      aws-github <-
      aws-global-lb <- aws-cluster-addons-central aws-cluster-addons-west
      aws-monitoring-central <- aws-cluster-addons-central
      aws-monitoring-west <- aws-cluster-addons-west
      aws-network-central <-
      aws-network-west <-
      aws-pki <-
      aws-registry <-"
    `);
  });

  it("make the entry point wait for no API", () => {
    expect(output.dependencies["aws-global-lb"]).not.toContainEqual(expect.stringContaining("api-deploy"));
  });

  it("work in one account only, each in its region", () => {
    for (const [id, { provider }] of Object.entries(output.workspaces)) {
      const [aws] = provider?.["aws"] ?? [];
      if (!aws) continue;
      expect(aws["allowed_account_ids"]).toEqual(["000000000000"]);
      expect(aws["region"]).toBe(id.endsWith("-west") ? "eu-west-2" : "eu-central-1");
    }
  });

  it("reach a cluster by a token of whoever runs Terraform, and by no file", () => {
    for (const id of ["aws-cluster-addons-west", "aws-api-deploy-west", "aws-monitoring-west"]) {
      const [kubernetes] = output.workspaces[id]?.provider?.["kubernetes"] ?? [];
      expect(kubernetes).not.toHaveProperty("config_path");
      expect(kubernetes?.["exec"]).toMatchObject([
        {
          command: "aws",
          args: expect.arrayContaining(["get-token", "--region", "eu-west-2"]),
        },
      ]);
    }
  });

  it("read nothing by tag, and no data source but each other's state and the list of add-ons", () => {
    const types = Object.values(output.workspaces).flatMap(({ data }) => Object.keys(data ?? {}));
    expect([...new Set(types)].sort()).toEqual(["aws_eks_addon_version", "terraform_remote_state"]);
  });
});

describe("a third region", () => {
  const before = synthesizeAws();
  const after = synthesizeAws(({ regions }) => {
    regions["east"] = {
      network: { kind: "aws", location: "us-east-1", cidr: "10.30.0.0/16" },
      clusters: { east: { kind: "eks", role: "api" } },
    };
  });

  it("is one entry, and brings its own network, cluster, add-ons, API and monitoring", () => {
    expect(
      Object.keys(after.workspaces)
        .filter((id) => !(id in before.workspaces))
        .sort(),
    ).toEqual([
      "aws-api-deploy-east",
      "aws-cluster-addons-east",
      "aws-eks-east",
      "aws-monitoring-east",
      "aws-network-east",
    ]);
  });

  it("changes only what must know of every region", () => {
    const changed = Object.keys(before.workspaces).filter(
      (id) => JSON.stringify(before.workspaces[id]) !== JSON.stringify(after.workspaces[id]),
    );
    expect(changed.sort()).toEqual(["aws-github", "aws-global-lb", "aws-pki", "aws-registry"]);
  });
});

describe("state in S3, a bucket for every region", () => {
  const { workspaces } = synthesizeAws(withRegionalState);

  it.each([
    ["aws-eks-west", "meridian-state-west", "eu-west-2"],
    ["aws-monitoring-central", "meridian-state-central", "eu-central-1"],
    ["aws-api-deploy-west", "meridian-state-west", "eu-west-2"],
    ["aws-global-lb", "meridian-state", "eu-west-1"],
  ])("%s keeps its state in %s in %s, encrypted, with a lock file beside it", (id, bucket, region) => {
    expect(workspaces[id]?.terraform.backend).toEqual({
      s3: {
        bucket,
        region,
        key: `${id}.tfstate`,
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("is read where it is kept", () => {
    const readers = workspaces["aws-global-lb"]?.data?.["terraform_remote_state"] ?? {};
    expect(readers["aws-cluster-addons-west"]).toEqual({
      backend: "s3",
      config: {
        bucket: "meridian-state-west",
        region: "eu-west-2",
        key: "aws-cluster-addons-west.tfstate",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("of one region is read by no workspace of another, and what all read lies in neither", () => {
    const regions = { central: "eu-central-1", west: "eu-west-2" };
    for (const [region, location] of Object.entries(regions)) {
      const own = Object.entries(workspaces).filter(([id]) => id.endsWith(`-${region}`));
      expect(own.length).toBeGreaterThanOrEqual(5);
      const read = own.flatMap(([, { data }]) =>
        (Object.values(data?.["terraform_remote_state"] ?? {}) as { config: Record<string, unknown> }[]).map(
          ({ config }) => `${config["bucket"]} in ${config["region"]}`,
        ),
      );
      expect([...new Set(read)].sort()).toEqual([
        "meridian-state in eu-west-1",
        `meridian-state-${region} in ${location}`,
      ]);
      expect(Object.values<string>(regions)).not.toContain("eu-west-1");
    }
  });

  const state = workspaces["state-aws"];

  it("has a workspace that makes the buckets, each in its region, and whose own state is local", () => {
    expect(state?.terraform.backend).toEqual({
      local: { path: "../../../state/state-aws.tfstate" },
    });
    const buckets = resourcesOf(state, "aws_s3_bucket").map(({ bucket, region }) => [bucket, region]);
    expect(buckets.sort()).toEqual([
      ["meridian-state", "eu-west-1"],
      ["meridian-state-central", "eu-central-1"],
      ["meridian-state-west", "eu-west-2"],
    ]);
  });

  it("is versioned, encrypted and closed to the public in every bucket", () => {
    const each = (type: string, expected: object) => {
      const found = resourcesOf(state, type);
      expect(found).toHaveLength(3);
      for (const resource of found) expect(resource).toMatchObject(expected);
    };
    each("aws_s3_bucket_versioning", {
      versioning_configuration: { status: "Enabled" },
    });
    each("aws_s3_bucket_public_access_block", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    each("aws_s3_bucket_server_side_encryption_configuration", {
      rule: [
        {
          apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms" },
        },
      ],
    });
  });

  it("is refused to whoever does not speak TLS", () => {
    for (const { policy } of resourcesOf(state, "aws_s3_bucket_policy")) {
      expect(JSON.parse(policy as string).Statement).toMatchObject([
        {
          Effect: "Deny",
          Principal: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]);
    }
  });
});

describe("what is protected", () => {
  const { workspaces } = synthesizeAws((input) => {
    withAcm(input);
    input.protect = true;
    input.state = {
      kind: "s3",
      bucket: "meridian-state",
      location: "eu-west-1",
    };
  });

  it.each([
    ["state-aws", "aws_s3_bucket"],
    ["aws-global-lb", "aws_globalaccelerator_accelerator"],
    ["aws-eks-west", "aws_kms_key"],
  ])("%s: %s", (id, type) => {
    for (const resource of resourcesOf(workspaces[id], type))
      expect(resource["lifecycle"]).toEqual({ prevent_destroy: true });
  });

  it("is refused by AWS itself for clusters and load balancers", () => {
    expect(resourcesOf(workspaces["aws-eks-west"], "aws_eks_cluster")[0]).toHaveProperty(
      "deletion_protection",
      true,
    );
    expect(resourcesOf(workspaces["aws-cluster-addons-west"], "aws_lb")[0]).toHaveProperty(
      "enable_deletion_protection",
      true,
    );
  });
});
