import type { IPodSecurityContext } from "kubernetes-models/v1/PodSecurityContext";
import type { ISecurityContext } from "kubernetes-models/v1/SecurityContext";

/** The user and group of every process: a number, since Kubernetes cannot tell from a name that it is not root. */
const NOBODY = 65532;

/** What the Pod Security Standard "restricted" asks of a pod; files in its volumes belong to the same group. */
export const restrictedPod = {
  runAsNonRoot: true,
  runAsUser: NOBODY,
  runAsGroup: NOBODY,
  fsGroup: NOBODY,
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
} satisfies IPodSecurityContext;

/** What it asks of a container, and a read-only root file system. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
} satisfies ISecurityContext;
