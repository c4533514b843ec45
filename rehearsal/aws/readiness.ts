import { clustersOf, find, ofKind } from "../kubernetes/cluster";
import { labelsOf } from "../kubernetes/object";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at } from "../world/object";

const GATE =
  "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/";
const LABEL = "elbv2.k8s.aws/pod-readiness-gate-inject";

/** Pods behind a load balancer are ready only once it finds them healthy, or a rollout ends the old ones too early. */
export function readinessFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    ofKind(cluster, "TargetGroupBinding").flatMap((binding) => {
      const namespace = find(cluster, "Namespace", "", binding.namespace);
      if (!namespace) return [];
      const labels = labelsOf(at(namespace.body, "metadata.labels")[0]);
      return labels[LABEL] === "enabled"
        ? []
        : [
            found(
              binding.origin,
              `TargetGroupBinding ${binding.namespace}/${binding.name}: the namespace lacks the label ${LABEL}: enabled, so a rollout can leave the load balancer without a target`,
              GATE,
            ),
          ];
    }),
  );
}
