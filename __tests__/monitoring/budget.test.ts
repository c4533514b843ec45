import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { traefikConfig } from "../../constructs/k3s/traefik";
import { type BudgetLine, monitoringBudget, type Scale } from "../../constructs/monitoring/budget";
import { chartValues } from "../../constructs/monitoring/chart-values";
import { chartValues as balancerValues } from "../../constructs/traefik/chart-values";
import { deployment } from "../../constructs/workload/deployment";
import nodes from "../../vagrant/nodes.json";
import { environment } from "../support/synth";
import { PLACE } from "../support/workload";

/** MiB of a Kubernetes quantity. */
const mebibytes = (quantity: string): number => {
  const [, count, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) ?? [];
  return Number(count) * (unit === "Gi" ? 1024 : 1);
};

/**
 * What K3s and the machine itself take: the operating system about 150, K3s with its API server, kubelet and database
 * about 600, containerd and a shim for each pod about 150. An allowance, not a measurement: no test here runs K3s.
 */
const SYSTEM: readonly BudgetLine[] = [
  { what: "operating system and K3s", mebibytes: 900 },
  { what: "CoreDNS", mebibytes: 170 }, // its limit
  { what: "metrics-server", mebibytes: 70 }, // its request
  { what: "local-path-provisioner", mebibytes: 30 },
];

/** A machine shows about a twentieth less than it is sold with: the kernel keeps that. */
const usable = (total: number): number => Math.floor(total * 0.95);

const limitOf = (resources: { limits?: { memory?: unknown } } | undefined): number =>
  mebibytes(String(resources?.limits?.memory));

/** Every pod that the autoscaler may start, with all containers that run beside each other. */
function workloads(): readonly BudgetLine[] {
  const { workloads: all } = environment("local");
  return all.flatMap((workload) =>
    workload.services.map((service) => {
      const certificate = { secretName: "certificate", filledBy: [] };
      const pod = deployment(PLACE, workload, service, certificate).spec?.template.spec;
      const containers = [
        ...(pod?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === "Always"),
        ...(pod?.containers ?? []),
      ];
      const one = containers.reduce((sum, { resources }) => sum + limitOf(resources), 0);
      return {
        what: `${service.replicas.maximum} × ${service.name}`,
        mebibytes: one * service.replicas.maximum,
      };
    }),
  );
}

const ingress = (): BudgetLine => {
  const { spec } = parse(traefikConfig()) as { spec: { valuesContent: string } };
  return { what: "Traefik", mebibytes: limitOf(parse(spec.valuesContent).resources) };
};

const balancer = (): BudgetLine => {
  const values = balancerValues({
    configuration: {} as never,
    redirectHttp: true,
    countByCountry: false,
  }) as { resources: { limits: { memory: string } } };
  return { what: "Traefik", mebibytes: limitOf(values.resources) };
};

const budgets: Readonly<Record<Scale, readonly BudgetLine[]>> = {
  api: [...SYSTEM, ingress(), ...workloads(), ...monitoringBudget("api", true)],
  edge: [...SYSTEM, balancer(), ...monitoringBudget("edge", true)],
};

const sum = (lines: readonly BudgetLine[]): number =>
  lines.reduce((total, line) => total + line.mebibytes, 0);

describe.each(["api", "edge"] as const)("the memory of a node %s", (role) => {
  it.each(nodes.filter((node) => node.role === role).map((node) => [node.name, node.memory] as const))(
    "is enough on %s (%i MiB), with every limit used up",
    (_, total) => {
      expect(sum(budgets[role])).toBeLessThanOrEqual(usable(total));
    },
  );

  it("is in the documentation as it is here", () => {
    const page = fs.readFileSync(path.join(__dirname, "../../docs/monitoring.md"), "utf8");
    const rows = budgets[role].map(({ what, mebibytes: memory }) => `| ${what} | ${memory} |`);
    expect(page).toContain([...rows, `| **together** | **${sum(budgets[role])}** |`].join("\n"));
  });

  it("is what the chart's values ask for: requests are limits", () => {
    const values = chartValues({
      scale: role,
      place: { environment: "local", region: "eu", cluster: "eu" },
      jobs: [],
      retention: "7d",
      storage: "8Gi",
      intervalSeconds: 30,
      alerts: { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 60 },
      platformCa: true,
    });
    const found: { readonly requests: { memory: string }; readonly limits: { memory: string } }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (key === "resources" && "limits" in child) found.push(child);
        else collect(child);
      }
    };
    collect(values);
    const limits = found.reduce((total, { limits: { memory } }) => total + mebibytes(memory), 0);
    const reloaders = 40; // the chart names it once, and it runs beside Prometheus and beside Alertmanager
    expect(limits + reloaders).toBe(sum(monitoringBudget(role, true)));
    for (const { requests, limits: atMost } of found) expect(requests.memory).toBe(atMost.memory);
  });
});
