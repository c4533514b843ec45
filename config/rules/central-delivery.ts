import type { Rule } from "../problem";
import { DELIVERIES } from "../schema/delivery";
import type { Environment, Workload } from "../schema/environment";
import { anyOf } from "../schema/primitives";
import { namesInTemplate } from "../template";
import { clustersOf, clustersWithRole } from "../topology";

const isCentral = ({ delivery }: Pick<Workload, "delivery">): boolean => DELIVERIES[delivery].fromOneCluster;

const central = Object.entries(DELIVERIES)
  .filter(([, { fromOneCluster }]) => fromOneCluster)
  .map(([name]) => name);

/** Files below `deploy/<environment>` are written for one that follows them. */
const oneFollows: Rule = ({ workloads }) => {
  const first = workloads.find(({ delivery }) => DELIVERIES[delivery].fromRepository)?.delivery;
  return workloads.flatMap(({ delivery }, index) =>
    !DELIVERIES[delivery].fromRepository || delivery === first
      ? []
      : [
          {
            path: ["workloads", index, "delivery"],
            message: `"${delivery}" would follow the folder that "${first}" follows; expected one of them for all workloads`,
          },
        ],
  );
};

const oneClusterDelivers: Rule = (environment) => {
  const index = environment.workloads.findIndex(isCentral);
  const tools = clustersWithRole(environment, "tooling");
  if (index < 0 || tools.length === 1) return [];
  const found =
    tools.length === 0 ? "there is none" : `there are ${tools.map(({ name }) => name).join(", ")}`;
  return [
    {
      path: ["workloads", index, "delivery"],
      message: `"${environment.workloads[index]?.delivery}" runs in one cluster and delivers into the others; expected one cluster with role "tooling", and ${found}`,
    },
  ];
};

const optionsAreUsed: Rule = ({ workloads, gitops }) => [
  ...(gitops?.argocd === undefined || workloads.some(({ delivery }) => delivery === "argocd")
    ? []
    : [
        {
          path: ["gitops", "argocd"],
          message: 'no workload is delivered by "argocd"; expected one, or no argocd',
        },
      ]),
  ...workloads.flatMap((workload, index) =>
    workload.group === undefined || isCentral(workload)
      ? []
      : [
          {
            path: ["workloads", index, "group"],
            message: `"${workload.delivery}" knows no groups; expected delivery ${anyOf(central)}, or no group`,
          },
        ],
  ),
];

/** One set of patches puts late names into the objects of all clusters, so these must have them in the same places. */
const lateNamesAreInTheSamePlaces: Rule = (environment) =>
  clustersOf(environment).every(({ hostName }) => hostName !== undefined)
    ? []
    : environment.workloads.flatMap((workload, index) =>
        isCentral(workload)
          ? workload.services.flatMap((service, at) => overriddenNames(service, index, at))
          : [],
      );

const overriddenNames = (
  { env, overrides }: Environment["workloads"][number]["services"][number],
  workload: number,
  service: number,
) =>
  Object.entries(overrides).flatMap(([place, override]) =>
    Object.entries(override.env ?? {})
      .filter(([name, value]) =>
        [value, env[name] ?? ""].some((each) => namesInTemplate(each).includes("host")),
      )
      .map(([name]) => ({
        path: ["workloads", workload, "services", service, "overrides", place, "env", name],
        message:
          "{host} is known only at apply, and is put into all clusters alike; expected it in env, and no override of that variable",
      })),
  );

/** What must hold where one cluster delivers into all. */
export const centralDeliveryRules: readonly Rule[] = [
  oneFollows,
  oneClusterDelivers,
  optionsAreUsed,
  lateNamesAreInTheSamePlaces,
];
