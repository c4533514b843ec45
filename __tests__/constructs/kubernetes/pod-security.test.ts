import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import { restrictedContainer, restrictedPod } from "../../../constructs/kubernetes/restricted";
import { restrictedViolations } from "../../support/pod-security";

const pod = (): IPodSpec => ({
  securityContext: structuredClone(restrictedPod),
  containers: [{ name: "api", image: "api:1", securityContext: structuredClone(restrictedContainer) }],
  volumes: [{ name: "cert", persistentVolumeClaim: { claimName: "cert" } }],
});

it("a pod with our security contexts is restricted", () => {
  expect(restrictedViolations(pod())).toEqual([]);
});

it.each<[string, (pod: IPodSpec) => void]>([
  ["hostNetwork", (bad) => Object.assign(bad, { hostNetwork: true })],
  ["hostPID", (bad) => Object.assign(bad, { hostPID: true })],
  ["volume host is hostPath", (bad) => bad.volumes?.push({ name: "host", hostPath: { path: "/" } })],
  [
    "sysctl kernel.shm_rmid_forced",
    (bad) =>
      Object.assign(bad.securityContext ?? {}, { sysctls: [{ name: "kernel.shm_rmid_forced", value: "1" }] }),
  ],
  ["api: may run as root", (bad) => Object.assign(bad.securityContext ?? {}, { runAsNonRoot: false })],
  ["api: runs as root", (bad) => Object.assign(bad.securityContext ?? {}, { runAsUser: 0 })],
  ["api: has no seccomp profile", (bad) => delete bad.securityContext?.seccompProfile],
  [
    "api: is privileged",
    (bad) => Object.assign(bad.containers[0]?.securityContext ?? {}, { privileged: true }),
  ],
  [
    "api: may escalate privileges",
    (bad) => delete bad.containers[0]?.securityContext?.allowPrivilegeEscalation,
  ],
  ["api: keeps capabilities", (bad) => delete bad.containers[0]?.securityContext?.capabilities],
  [
    "api: adds capabilities",
    (bad) => Object.assign(bad.containers[0]?.securityContext?.capabilities ?? {}, { add: ["NET_ADMIN"] }),
  ],
  [
    "api: takes a host port",
    (bad) => Object.assign(bad.containers[0] ?? {}, { ports: [{ containerPort: 80, hostPort: 80 }] }),
  ],
  [
    "api: unmasks /proc",
    (bad) => Object.assign(bad.containers[0]?.securityContext ?? {}, { procMount: "Unmasked" }),
  ],
])("a pod is refused: %s", (violation, spoil) => {
  const bad = pod();
  spoil(bad);
  expect(restrictedViolations(bad)).toEqual([violation]);
});

it("init containers are held to the same rules", () => {
  const bad = { ...pod(), initContainers: [{ name: "copy", image: "copy:1" }] };
  expect(restrictedViolations(bad)).toEqual(["copy: may escalate privileges", "copy: keeps capabilities"]);
});
