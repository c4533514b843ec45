import { traitsOf } from "../clouds";
import { contains } from "../overlap";
import type { Problem, Rule } from "../problem";
import type { Egress, Environment, Workload } from "../schema/environment";
import { clustersWithRole } from "../topology";

type Check = (environment: Environment, workload: Workload, egress: Egress) => string | undefined;

const calleeExists: Check = ({ workloads }, caller, egress) => {
  if (egress.kind !== "service") return undefined;
  const called = `${egress.workload}/${egress.service}`;
  if (egress.workload === caller.name) {
    return `services of one workload reach each other already; expected no entry for ${called}`;
  }
  const others = workloads
    .filter(({ name, role }) => role === caller.role && name !== caller.name)
    .flatMap(({ name, services }) => services.map((service) => `${name}/${service.name}`));
  return others.includes(called)
    ? undefined
    : `no service ${called} runs in the same clusters; expected ${others.length > 0 ? `one of ${others.join(", ")}` : "another workload's"}`;
};

/** Kubernetes refuses anything else (https://kubernetes.io/docs/reference/kubernetes-api/networking/network-policy-v1/). */
const exceptionsAreParts: Check = (_, __, egress) => {
  if (egress.kind !== "network") return undefined;
  const [strange] = egress.except.filter((part) => part === egress.cidr || !contains(egress.cidr, part));
  return strange === undefined
    ? undefined
    : `${strange} is no part of ${egress.cidr}; expected networks within it as "except"`;
};

const hostsAreKnown: Check = (environment, { role }, egress) => {
  if (egress.kind !== "host") return undefined;
  const [cluster] = clustersWithRole(environment, role).filter(
    (each) => traitsOf(environment, each).cni !== "cilium",
  );
  return cluster === undefined
    ? undefined
    : `the network plugin of cluster "${cluster.name}" knows no hosts by name; expected { "kind": "network" } with the host's addresses, or clusters that exist already with cni "cilium"`;
};

const CHECKS = [calleeExists, exceptionsAreParts, hostsAreKnown];

const egressIsPossible: Rule = (environment) =>
  environment.workloads.flatMap((workload, index) =>
    callersOf(workload).flatMap(({ egress, path }) =>
      egress.flatMap((each, place) =>
        CHECKS.flatMap((check): readonly Problem[] => {
          const message = check(environment, workload, each);
          return message === undefined
            ? []
            : [{ path: ["workloads", index, ...path, "egress", place], message }];
        }),
      ),
    ),
  );

/** Services and jobs, which may have egress, with their place in the workload. */
const callersOf = ({
  services,
  jobs,
}: Workload): readonly { readonly egress: readonly Egress[]; readonly path: Problem["path"] }[] => [
  ...services.map(({ egress }, service) => ({ egress, path: ["services", service] })),
  ...Object.entries(jobs).map(([name, { egress }]) => ({ egress, path: ["jobs", name] })),
];

/** What must hold of whom services call. */
export const egressRules: readonly Rule[] = [egressIsPossible];
