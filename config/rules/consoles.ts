import { fitsOf } from "../clouds";
import { placesOf } from "../places";
import type { Rule } from "../problem";

/** A tool is shown where it runs: behind the ingress of a cluster with role `tooling`, which issues certificates. */
const toolsAreThere: Rule = (environment) => {
  const { consoles, monitoring, workloads, infrastructure } = environment;
  if (consoles === undefined) return [];
  const { admitsWriters, issuesInClusters } = fitsOf(environment);
  const hasTools = placesOf(environment).some(({ role }) => role === "tooling");
  if (!admitsWriters || !issuesInClusters || !hasTools) {
    return [
      {
        path: ["consoles"],
        message: `${hasTools ? `infrastructure "${infrastructure.kind}" certifies no names of tools` : 'no cluster has the role "tooling"'}; expected none, or a port-forward`,
      },
    ];
  }
  const missing = {
    argocd: workloads.some(({ delivery }) => delivery === "argocd")
      ? undefined
      : 'no workload has delivery "argocd", so there is no Argo CD',
    grafana: monitoring.hub ? undefined : "there is no monitoring.hub, whose Grafana that would be",
    prometheus: monitoring.hub ? undefined : "there is no monitoring.hub, whose Prometheus that would be",
  };
  return consoles.show.flatMap((tool, index) =>
    missing[tool] === undefined
      ? []
      : [
          {
            path: ["consoles", "show", index],
            message: `${missing[tool]}; expected it to be, or not to be shown`,
          },
        ],
  );
};

/** Grafana looks nothing up. */
const grafanaKnowsTheIssuer: Rule = ({ consoles }) =>
  consoles?.show.includes("grafana") && consoles.sso.endpoints === undefined
    ? [
        {
          path: ["consoles", "sso", "endpoints"],
          message:
            'Grafana must be told where the issuer does what; expected { "authorization": ..., "token": ..., "userInfo": ... } as <issuer>/.well-known/openid-configuration lists them',
        },
      ]
    : [];

/** What must hold of pages of tools. */
export const consoleRules: readonly Rule[] = [toolsAreThere, grafanaKnowsTheIssuer];
