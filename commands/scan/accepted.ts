/** A finding of checkov's that is meant as it is. */
export interface Accepted {
  /** As checkov numbers it. */
  readonly checks: readonly string[];
  /** The resources that it holds for, as `<workspace>/<name>`. */
  readonly where: RegExp;
  readonly reason: string;
}

/** Every finding that is accepted, and why. One that is no longer found has to go. */
export const ACCEPTED: readonly Accepted[] = [
  {
    checks: ["CKV_AWS_39"],
    where: /^aws-eks-/,
    reason: "operatorCidrs alone reach the API of a cluster; configuration and rehearsal refuse a wider list",
  },
  {
    checks: ["CKV2_AWS_64"],
    where: /^aws-eks-[\w-]+\/Cluster_Key_/,
    reason: "without a policy the key has the default one, by which the account's IAM decides who may use it",
  },
  {
    checks: ["CKV_AWS_158"],
    where: /^aws-eks-[\w-]+\/Cluster_Logs_/,
    reason:
      "CloudWatch encrypts logs by itself; who may read the group is IAM's decision with or without a key of ours",
  },
  {
    checks: ["CKV_AWS_338"],
    where: /^aws-eks-[\w-]+\/Cluster_Logs_/,
    reason:
      "logRetentionDays is configuration: whether a year of logs is worth its price is the team's to say",
  },
  {
    checks: ["CKV_AWS_136"],
    where: /^(?:aws-registry|kops-registry-\w+)\/Registry_/,
    reason: "images hold no secret, and ECR encrypts them by itself",
  },
  {
    checks: ["CKV_AWS_150"],
    where: /^aws-cluster-addons-[\w-]+\/Balancer_/,
    reason: "it holds no data, and a destroy has to work; what users have the address of is the accelerator",
  },
  {
    checks: ["CKV_AWS_91"],
    where: /^aws-cluster-addons-[\w-]+\/Balancer_/,
    reason:
      "a network load balancer logs listeners for TLS only, and this one hands TLS through: the gateway logs requests; with ACM, infrastructure.accessLogs switches them on",
  },
  {
    checks: ["CKV_AWS_75"],
    where: /^aws-global-lb\/Accelerator_/,
    reason:
      "infrastructure.flowLogs switches them on, in a bucket of the platform's: addresses of all users, which a team decides to keep",
  },
  {
    checks: ["CKV2_AWS_11"],
    where: /^(?:aws|kops)-network-[\w-]+\/Vpc_/,
    reason:
      "infrastructure.flowLogs switches them on; they cost by the gigabyte, and security groups and NetworkPolicies decide who reaches whom",
  },
  {
    checks: ["CKV_AZURE_50"],
    where: /^azure-k3s-node-[\w-]+\/Machine_/,
    reason:
      "the one extension installs K3s; script and keys travel in its protected settings, custom data would show them",
  },
  {
    checks: [
      "CKV_AWS_21",
      "CKV_AWS_54",
      "CKV_AWS_56",
      "CKV_AWS_70",
      "CKV_AWS_145",
      "CKV2_AWS_6",
      "CKV2_AWS_61",
    ],
    where: /^kops-store-\w+\/Store_Discovery_/,
    reason:
      "AWS reads there without credentials, hence public: the public halves of keys that service accounts are proved with, no secret",
  },
  {
    checks: ["CKV_AWS_18", "CKV_AWS_144", "CKV2_AWS_62"],
    where: /^kops-store-\w+\/Store_/,
    reason:
      "the state is versioned; access logs, replicas and notifications need buckets and receivers that only a team can name",
  },
  {
    checks: ["CKV_GCP_20"],
    where: /^gcp-gke-[\w-]+\/Cluster_/,
    reason:
      "the control plane has no address to authorize networks for: it is reached by its DNS name, through IAM",
  },
  {
    checks: ["CKV_GCP_12"],
    where: /^gcp-gke-[\w-]+\/Cluster_/,
    reason: "Dataplane V2 enforces NetworkPolicies; the setting is that of Calico, which it replaces",
  },
  {
    checks: ["CKV_GCP_21"],
    where: /^gcp-gke-[\w-]+\/Cluster_/,
    reason: "names say the environment; labels would repeat them",
  },
  {
    checks: ["CKV_GCP_65"],
    where: /^gcp-gke-[\w-]+\/Cluster_/,
    reason: "a group of Google Workspace that every project has does not exist; IAM decides who administers",
  },
  {
    checks: ["CKV_GCP_66"],
    where: /^gcp-gke-[\w-]+\/Cluster_/,
    reason:
      "attestations need someone who attests, whom only a team can name; images are of exact tags or digests",
  },
  {
    checks: ["CKV_GCP_61", "CKV_GCP_26"],
    where: /^gcp-(?:gke|network)-[\w-]+\/(?:Cluster|Vpc)_/,
    reason:
      "infrastructure.flowLogs switches them on; they cost by the gigabyte, and firewall and NetworkPolicies decide who reaches whom",
  },
  {
    checks: ["CKV2_GCP_18"],
    where: /^gcp-network-[\w-]+\/Vpc_/,
    reason: "a network without rules admits nothing; GKE adds those of its nodes and balancers by itself",
  },
  {
    checks: ["CKV_GCP_84"],
    where: /^gcp-registry-[\w-]+\/Registry_/,
    reason: "images hold no secret, and Artifact Registry encrypts them by itself",
  },
  {
    checks: ["CKV_GCP_62"],
    where: /^gcp-metrics-[\w-]+\/Bucket_/,
    reason:
      "one program reads and writes the samples all day; who else may is IAM's to say, and logs of access need a bucket that only a team can name",
  },
  {
    checks: ["CKV_GCP_78"],
    where: /^gcp-metrics-[\w-]+\/Bucket_/,
    reason:
      "blocks of samples are written once, and Thanos deletes those that it has merged: versions would keep them all twice",
  },
  {
    checks: ["CKV_GCP_41", "CKV_GCP_49"],
    where: /^bootstrap-gcp\/Project_group-/,
    reason: "who applies the platform makes its service accounts, and has nodes run as one of them",
  },
  {
    checks: ["CKV2_GCP_5"],
    where: /^bootstrap-gcp\/Project_/,
    reason:
      "who changed what is always logged; logs of every read are the organization's to switch on and pay for",
  },
  {
    checks: ["CKV_AWS_157"],
    where: /^kops-database-ca\/movies_/,
    reason:
      'availability is configuration: "regional" makes a second instance in another zone, at twice the price',
  },
  {
    checks: ["CKV_AWS_118", "CKV_AWS_353"],
    where: /^kops-database-ca\/movies_/,
    reason:
      "CloudWatch's own metrics of RDS tell of processor, storage and connections; more costs by the instance",
  },
  {
    checks: ["CKV_AWS_129"],
    where: /^kops-database-ca\/movies_/,
    reason: "RDS itself keeps the logs for three days; a copy in CloudWatch costs by the gigabyte",
  },
  {
    checks: ["CKV_AWS_161"],
    where: /^kops-database-ca\/movies_/,
    reason:
      "its users sign in over verified TLS with passwords that are generated and rotated (docs/databases.md)",
  },
  {
    checks: ["CKV_GCP_6"],
    where: /^gcp-database-us\/lofocats_Server_/,
    reason:
      "ENCRYPTED_ONLY refuses connections without TLS; certificates of clients, which checkov asks for, exclude users who sign in by IAM through the proxy",
  },
  {
    checks: [
      "CKV_GCP_51",
      "CKV_GCP_52",
      "CKV_GCP_53",
      "CKV_GCP_108",
      "CKV_GCP_109",
      "CKV_GCP_110",
      "CKV_GCP_111",
      "CKV2_GCP_13",
    ],
    where: /^gcp-database-us\/lofocats_Server_/,
    reason:
      "what is logged of statements and connections may hold people's data; query insights are on, and Cloud Audit Logs tell who signed in",
  },
];
