import { RESERVED_NAMESPACES } from "../namespaces";
import type { Rule } from "../problem";
import { repeated } from "./repeated";

const namespacesAreFree: Rule = ({ workloads }) => [
  ...workloads.flatMap(({ namespace }, index) =>
    RESERVED_NAMESPACES.includes(namespace)
      ? [
          {
            path: ["workloads", index, "namespace"],
            message: `"${namespace}" belongs to the cluster or the platform; expected a name of the workload's own, such as "api"`,
          },
        ]
      : [],
  ),
  ...repeated(
    workloads.map(({ namespace }, index) => ({ namespace, index })),
    ({ namespace }) => namespace,
  ).map(([first, second]) => ({
    path: ["workloads", second.index, "namespace"],
    message: `workloads[${first.index}] has this namespace; expected one for each workload`,
  })),
];

const PROTOCOLS = { passthrough: "https", reencrypt: "https", http: "http", none: undefined } as const;

const servicesFitTheirExposure: Rule = ({ workloads }) =>
  workloads.flatMap(({ services }, workload) =>
    services.flatMap((service, index) => {
      const path = ["workloads", workload, "services", index];
      const protocol = PROTOCOLS[service.exposure];
      return [
        ...(protocol !== undefined && service.protocol !== protocol
          ? [
              {
                path: [...path, "protocol"],
                message: `exposure "${service.exposure}" needs protocol "${protocol}", got "${service.protocol}"`,
              },
            ]
          : []),
        ...(service.replicas.minimum > service.replicas.maximum
          ? [
              {
                path: [...path, "replicas"],
                message: `minimum ${service.replicas.minimum} is above maximum ${service.replicas.maximum}; expected a range, such as { "minimum": 1, "maximum": 4 }`,
              },
            ]
          : []),
      ];
    }),
  );

/** What must hold between workloads, and within them. */
export const workloadRules: readonly Rule[] = [namespacesAreFree, servicesFitTheirExposure];
