import type { ComputedValue } from "../emulator/computed-value";

/** As the provider sets them (https://github.com/terraform-kops/terraform-provider-kops/tree/v1.36.2/pkg/resources). */
export const KOPS_COMPUTED: readonly ComputedValue[] = [
  { types: /^kops_cluster$/, attribute: /^id$/, value: "{name}" },
  { types: /^kops_cluster_updater$/, attribute: /^id$/, value: "{cluster_name}" },
  { types: /^kops_instance_group$/, attribute: /^id$/, value: "{cluster_name}/{name}" },
  // The balancer that kOps puts before the Kubernetes API, by its tag.
  {
    types: /^data\.aws_lb$/,
    attribute: /^dns_name$/,
    value: "api-{tags.KubernetesCluster}-{#hex:16}.elb.{@region}.amazonaws.com",
  },
];
