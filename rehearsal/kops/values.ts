import type { RuleTable } from "../rules/rule";

const CHECKS = "https://github.com/kubernetes/kops/blob/v1.36.2/pkg/apis/kops/validation";
const SPEC = "https://kops.sigs.k8s.io/cluster_spec/";

const CLUSTER = /^kops_cluster$/;
const GROUP = /^kops_instance_group$/;

/** What kOps checks itself, when it is applied. */
export const KOPS_VALUES: RuleTable = {
  rules: [
    {
      types: CLUSTER,
      attribute: "name",
      expect: /^(?=.{1,63}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
      says: "a DNS name of at most 63 characters such as kops-main.k8s.local",
      source: `${CHECKS}/validation.go`,
    },
    {
      types: CLUSTER,
      attribute: "kubernetes_version",
      expect: /^v?1\.3[0-6]\.\d+$/,
      says: "a release that kOps 1.36 installs, such as 1.35.5",
      source: "https://kops.sigs.k8s.io/welcome/releases/",
    },
    {
      types: CLUSTER,
      attribute: "networking.topology.dns",
      expect: { oneOf: ["None", "Public", "Private"] },
      source: `${CHECKS}/validation.go`,
    },
    {
      types: CLUSTER,
      attribute: "networking.subnet.type",
      expect: { oneOf: ["Private", "Public", "Utility", "DualStack"] },
      source: `${CHECKS}/validation.go`,
    },
    {
      types: CLUSTER,
      attribute: "networking.subnet.zone",
      expect: /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/,
      says: "a zone by the account's own name, such as ca-central-1a",
      source: `${CHECKS}/aws.go`,
    },
    {
      types: CLUSTER,
      attribute: "api.load_balancer.class",
      // Without DNS nodes find the API by the addresses of the balancer, which a classic one has not.
      when: { "networking.topology.dns": /^None$/ },
      expect: /^Network$/,
      says: "Network, since nothing in DNS names the API",
      source: "https://kops.sigs.k8s.io/gossip/",
    },
    {
      types: CLUSTER,
      attribute: "api.load_balancer.type",
      expect: { oneOf: ["Public", "Internal"] },
      source: SPEC,
    },
    { types: CLUSTER, attribute: "api.access", expect: "cidr", source: SPEC },
    { types: CLUSTER, attribute: "ssh_access", expect: "cidr", source: SPEC },
    {
      types: GROUP,
      attribute: "role",
      expect: { oneOf: ["ControlPlane", "Node", "Bastion", "APIServer"] },
      source: "https://kops.sigs.k8s.io/instance_groups/",
    },
    {
      types: GROUP,
      attribute: "instance_metadata.http_tokens",
      expect: { oneOf: ["required", "optional"] },
      source: `${CHECKS}/aws.go`,
    },
    {
      types: GROUP,
      attribute: "instance_metadata.http_put_response_hop_limit",
      expect: { from: 1, to: 64 },
      source: `${CHECKS}/aws.go`,
    },
  ],
  demands: [
    {
      types: CLUSTER,
      when: { "networking.topology.dns": /^None$/ },
      needs: ["api.load_balancer"],
      says: "without DNS nodes find the API by a load balancer",
      source: "https://kops.sigs.k8s.io/gossip/",
    },
    {
      types: CLUSTER,
      when: { "metrics_server.insecure": /^false$/ },
      needs: ["cert_manager"],
      says: "a metrics server with a certificate takes it from cert-manager",
      source: `${CHECKS}/validation.go`,
    },
  ],
  exposures: [
    {
      types: CLUSTER,
      within: "api",
      when: {},
      ports: [],
      from: ["access"],
      guarded: { always: "443 of the Kubernetes API" },
      source: SPEC,
    },
    {
      types: CLUSTER,
      when: {},
      ports: [],
      from: ["ssh_access"],
      guarded: { always: "22 of the machines" },
      source: SPEC,
    },
  ],
};
