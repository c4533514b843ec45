import { overlap } from "../../../config/overlap";
import { objectsIn, only, synthesizeAws } from "../../support/aws";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import { resourcesOf } from "../../support/synth";

const { workspaces } = synthesizeAws((input) => {
  const west = input.regions["west"];
  if (west?.network?.kind === "aws") west.network.nat = "per-zone";
  Object.assign(west?.clusters["west"] ?? {}, {
    version: "1.34",
    nodes: { instanceType: "t3.large", minimum: 2, desired: 4, maximum: 6, diskGiB: 50 },
    addonVersions: { coredns: "v1.12.4-eksbuild.1" },
    logRetentionDays: 90,
  });
});

describe("the network of a region", () => {
  const subnets = (region: string) => resourcesOf(workspaces[`aws-network-${region}`], "aws_subnet");

  it("has a private and a public subnet in each of three zones", () => {
    expect(
      subnets("central")
        .map(({ availability_zone_id: zone, cidr_block: cidr, tags }) =>
          [zone, cidr, ...Object.keys(tags as object).filter((tag) => tag !== "Name")].join(" "),
        )
        .sort(),
    ).toEqual([
      "euc1-az1 10.10.0.0/20 kubernetes.io/role/internal-elb",
      "euc1-az1 10.10.128.0/20 kubernetes.io/role/elb",
      "euc1-az2 10.10.144.0/20 kubernetes.io/role/elb",
      "euc1-az2 10.10.16.0/20 kubernetes.io/role/internal-elb",
      "euc1-az3 10.10.160.0/20 kubernetes.io/role/elb",
      "euc1-az3 10.10.32.0/20 kubernetes.io/role/internal-elb",
    ]);
  });

  it("shares no address with another one", () => {
    const all = [...subnets("central"), ...subnets("west")].map(({ cidr_block }) => String(cidr_block));
    const clashes = all.flatMap((one, index) => all.slice(index + 1).filter((other) => overlap(one, other)));
    expect(clashes).toEqual([]);
  });

  it.each([
    ["central", 1],
    ["west", 3],
  ])("%s has %i NAT gateways, as configured, and a way out for every private subnet", (region, count) => {
    const workspace = workspaces[`aws-network-${region}`];
    expect(resourcesOf(workspace, "aws_nat_gateway")).toHaveLength(count);
    const exits = resourcesOf(workspace, "aws_route").filter((route) => "nat_gateway_id" in route);
    expect(exits).toHaveLength(count);
    expect(resourcesOf(workspace, "aws_route_table_association")).toHaveLength(6);
    const tables = resourcesOf(workspace, "aws_route_table_association").map(({ route_table_id: id }) => id);
    expect(new Set(tables).size).toBe(count + 1);
  });

  it("admits nobody by the security group that nobody chose", () => {
    const group = only(workspaces["aws-network-west"], "aws_default_security_group");
    expect(Object.keys(group)).toEqual(["vpc_id"]);
  });
});

describe("a cluster", () => {
  const west = workspaces["aws-eks-west"];
  const cluster = only(west, "aws_eks_cluster");

  it("is reached by operators from outside, and by its nodes within the network", () => {
    expect(cluster["vpc_config"]).toMatchObject({
      endpoint_private_access: true,
      endpoint_public_access: true,
      public_access_cidrs: ["203.0.113.7/32"],
    });
  });

  it("encrypts Secrets with a key of its own that is rotated", () => {
    expect(cluster["encryption_config"]).toMatchObject({ resources: ["secrets"] });
    expect(only(west, "aws_kms_key")).toMatchObject({ enable_key_rotation: true });
  });

  it("keeps every log of the control plane, for as long as configured", () => {
    expect(cluster["enabled_cluster_log_types"]).toEqual([
      "api",
      "audit",
      "authenticator",
      "controllerManager",
      "scheduler",
    ]);
    expect(only(west, "aws_cloudwatch_log_group")).toMatchObject({
      name: "/aws/eks/aws-west/cluster",
      retention_in_days: 90,
    });
  });

  it("knows administrators by access entries only", () => {
    expect(cluster["access_config"]).toEqual({
      authentication_mode: "API",
      bootstrap_cluster_creator_admin_permissions: false,
    });
    const policies = resourcesOf(west, "aws_eks_access_policy_association").map(({ policy_arn: arn }) =>
      String(arn).split("/").pop(),
    );
    expect(policies.sort()).toEqual([
      "AmazonEKSAdminViewPolicy",
      "AmazonEKSClusterAdminPolicy",
      "AmazonEKSClusterAdminPolicy",
    ]);
    expect(
      resourcesOf(west, "aws_eks_access_entry").map(({ principal_arn: principal }) => principal),
    ).toEqual(
      expect.arrayContaining([
        "arn:aws:iam::000000000000:role/platform",
        "${data.terraform_remote_state.aws-github.outputs.plan-role}",
        "${data.terraform_remote_state.aws-github.outputs.apply-role}",
      ]),
    );
  });

  it("runs the configured version, on the nodes too, and never pays for extended support", () => {
    expect(cluster).toMatchObject({ version: "1.34", upgrade_policy: { support_type: "STANDARD" } });
    expect(only(west, "aws_eks_node_group")).toMatchObject({ version: "1.34" });
    expect(only(workspaces["aws-eks-central"], "aws_eks_cluster")).toMatchObject({ version: "1.35" });
  });
});

describe("the nodes", () => {
  const west = workspaces["aws-eks-west"];

  it("are Amazon Linux 2023, as many and as large as configured", () => {
    expect(only(west, "aws_eks_node_group")).toMatchObject({
      node_group_name: "system",
      ami_type: "AL2023_x86_64_STANDARD",
      instance_types: ["t3.large"],
      scaling_config: { min_size: 2, max_size: 6, desired_size: 4 },
    });
  });

  it("keep their number when an autoscaler has changed it", () => {
    expect(only(west, "aws_eks_node_group")["lifecycle"]).toEqual({
      ignore_changes: ["scaling_config[0].desired_size"],
    });
  });

  it("do not lend their credentials to pods, and encrypt their disks", () => {
    expect(only(west, "aws_launch_template")).toMatchObject({
      metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      block_device_mappings: [{ device_name: "/dev/xvda", ebs: { encrypted: "true", volume_size: 50 } }],
    });
  });
});

describe("the add-ons", () => {
  const west = workspaces["aws-eks-west"];
  const addons = resourcesOf(west, "aws_eks_addon");
  const addon = (name: string) => addons.find((each) => each["addon_name"] === name) ?? {};
  const dependenciesOf = (name: string) => (addon(name)["depends_on"] as string[]).join(" ");

  it("are these six", () => {
    expect(addons.map((each) => each["addon_name"]).sort()).toEqual([
      "aws-ebs-csi-driver",
      "coredns",
      "eks-pod-identity-agent",
      "kube-proxy",
      "metrics-server",
      "vpc-cni",
    ]);
  });

  it.each(["vpc-cni", "eks-pod-identity-agent", "kube-proxy"])("%s is there before the nodes", (name) => {
    expect(dependenciesOf(name)).not.toContain("aws_eks_node_group");
    const nodes = (only(west, "aws_eks_node_group")["depends_on"] as string[]).join(" ");
    expect(nodes).toContain(`Addons_${name}_`);
  });

  it.each(["coredns", "metrics-server", "aws-ebs-csi-driver"])("%s comes after the nodes", (name) => {
    expect(dependenciesOf(name)).toContain("aws_eks_node_group");
  });

  it("of the network gets its role through the agent, so comes after it, and enforces network policies", () => {
    expect(dependenciesOf("vpc-cni")).toContain("Addons_eks-pod-identity-agent_");
    expect(addon("vpc-cni")).toMatchObject({
      configuration_values: '{"enableNetworkPolicy":"true"}',
      pod_identity_association: [{ service_account: "aws-node" }],
    });
  });

  it("have the version that is configured, or the one that EKS recommends for the cluster's Kubernetes", () => {
    expect(addon("coredns")["addon_version"]).toBe("v1.12.4-eksbuild.1");
    const [, name] = /^\$\{data\.aws_eks_addon_version\.(.+)\.version\}$/.exec(
      String(addon("kube-proxy")["addon_version"]),
    ) as RegExpExecArray;
    expect(west?.data?.["aws_eks_addon_version"]?.[name as string]).toMatchObject({
      addon_name: "kube-proxy",
      kubernetes_version: "1.34",
    });
  });
});

describe("the autoscaler", () => {
  const objectsOf = (cluster: string) => objectsIn(workspaces[`aws-cluster-addons-${cluster}`]);
  const deployment = (cluster: string) =>
    objectsOf(cluster).find(
      ({ kind, metadata }) => kind === "Deployment" && metadata.name === "cluster-autoscaler",
    );

  it("is the release for the cluster's Kubernetes, in the cluster's region, of the cluster's nodes", () => {
    expect(deployment("west")).toMatchObject({
      metadata: { namespace: "kube-system" },
      spec: {
        template: {
          spec: {
            containers: [
              {
                image: "registry.k8s.io/autoscaling/cluster-autoscaler:v1.34.3",
                args: expect.arrayContaining([
                  "--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/aws-west",
                ]),
                env: [{ name: "AWS_REGION", value: "eu-west-2" }],
              },
            ],
          },
        },
      },
    });
    expect(JSON.stringify(deployment("central"))).toContain("cluster-autoscaler:v1.35.1");
  });

  it("is what its kinds' schemas accept, in a pod that Pod Security restricts", () => {
    const own = objectsOf("west").filter(({ metadata }) => metadata.name === "cluster-autoscaler");
    expect(own.map(({ kind }) => kind)).toEqual([
      "ServiceAccount",
      "ClusterRole",
      "ClusterRoleBinding",
      "Role",
      "RoleBinding",
      "Deployment",
      "NetworkPolicy",
    ]);
    expect(schemaProblems(own)).toEqual([]);
    for (const [, pod] of podsIn(own)) expect(restrictedViolations(pod)).toEqual([]);
  });

  it("has its role by Pod Identity, and scales the groups of its own cluster alone", () => {
    const addons = workspaces["aws-cluster-addons-west"];
    expect(resourcesOf(addons, "aws_eks_pod_identity_association")).toContainEqual(
      expect.objectContaining({ cluster_name: "aws-west", service_account: "cluster-autoscaler" }),
    );
    const policy = resourcesOf(addons, "aws_iam_role_policy").find(({ role }) =>
      String(role).includes("Autoscaler"),
    );
    const writes = (
      JSON.parse(String(policy?.["policy"])).Statement as { Sid: string; Condition?: object }[]
    ).filter(({ Sid }) => Sid === "Scale");
    expect(writes).toMatchObject([
      { Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/aws-west": "owned" } } },
    ]);
  });

  it("is left out by one key, with its role", () => {
    const without = synthesizeAws(({ regions }) => {
      Object.assign(regions["west"]?.clusters["west"] ?? {}, { nodes: { autoscaler: false } });
    });
    const addons = without.workspaces["aws-cluster-addons-west"];
    expect(JSON.stringify(addons)).not.toMatch(/autoscaling|cluster-autoscaler/);
    expect(resourcesOf(addons, "aws_eks_pod_identity_association")).toHaveLength(1);
  });
});

describe("pods behind the load balancer", () => {
  it("are ready once it finds them healthy, so that a rollout leaves it no moment without a target", () => {
    const addons = workspaces["aws-cluster-addons-west"];
    const namespaces = resourcesOf(addons, "kubernetes_namespace_v1") as unknown as {
      metadata: { name: string; labels: Record<string, string> };
    }[];
    expect(
      namespaces.find(({ metadata }) => metadata.name === "projectcontour")?.metadata.labels,
    ).toMatchObject({
      "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
    });
    const contour = resourcesOf(addons, "helm_release").find(({ name }) => name === "contour");
    expect(contour?.["depends_on"]).toContainEqual(expect.stringContaining("LoadBalancerController"));
  });
});

describe("the registry", () => {
  const registry = workspaces["aws-registry"];

  it("has the repository of every workload's image in every region", () => {
    const places = resourcesOf(registry, "aws_ecr_repository").map(({ name, region }) => `${region} ${name}`);
    expect(places.sort()).toEqual(["eu-central-1 meridian/api", "eu-west-2 meridian/api"]);
  });

  it("never moves a tag, scans what arrives, and keeps a hundred images", () => {
    for (const repository of resourcesOf(registry, "aws_ecr_repository")) {
      expect(repository).toMatchObject({
        image_tag_mutability: "IMMUTABLE",
        image_scanning_configuration: { scan_on_push: true },
        force_delete: false,
      });
    }
    const policies = resourcesOf(registry, "aws_ecr_lifecycle_policy");
    expect(policies).toHaveLength(2);
    for (const { policy } of policies) {
      expect(JSON.parse(String(policy)).rules.at(-1)).toMatchObject({
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 },
      });
    }
  });

  it("copies what is pushed at home to the others", () => {
    expect(only(registry, "aws_ecr_replication_configuration")).toMatchObject({
      region: "eu-central-1",
      replication_configuration: {
        rule: [
          {
            destination: [{ region: "eu-west-2", registry_id: "000000000000" }],
            repository_filter: [{ filter: "meridian/api", filter_type: "PREFIX_MATCH" }],
          },
        ],
      },
    });
  });
});
