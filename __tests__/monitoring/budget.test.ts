import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { RESERVED_MEBIBYTES, serverConfig } from "../../constructs/k3s/config";
import { traefikConfig } from "../../constructs/k3s/traefik";
import { type BudgetLine, monitoringBudget, type Scale } from "../../constructs/monitoring/budget";
import { chartValues } from "../../constructs/monitoring/chart-values";
import { chartValues as balancerValues } from "../../constructs/traefik/chart-values";
import { deployment } from "../../constructs/workload/deployment";
import { DEFAULT_SIZES } from "../../stacks/azure/k3s-node-stack";
import nodes from "../../vagrant/nodes.json";
import { environment } from "../support/synth";
import { PLACE } from "../support/workload";

/** MiB of a Kubernetes quantity. */
const mebibytes = (quantity: string): number => {
  const [, count, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) ?? [];
  return Number(count) * (unit === "Gi" ? 1024 : 1);
};

/** What the kubelet keeps from pods, and K3s' own pods. No test here runs K3s: the sizes are those of its documentation. */
const SYSTEM: readonly BudgetLine[] = [
  { what: "operating system, reserved", mebibytes: RESERVED_MEBIBYTES.system },
  { what: "K3s, reserved", mebibytes: RESERVED_MEBIBYTES.k3s },
  { what: "left free: below, pods are evicted", mebibytes: 100 }, // the kubelet's default for memory.available
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

it("the kubelet reserves what K3s and the machine take, so that no pod is placed into it", () => {
  const { "kubelet-arg": args } = parse(serverConfig({ tlsSans: ["192.0.2.1"], bundledTraefik: true }));
  expect(args).toEqual(
    expect.arrayContaining(["system-reserved=memory=200Mi", "kube-reserved=memory=1522Mi"]),
  );
});

/** https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bv1-series */
const AZURE: Readonly<Record<string, { readonly cpus: number; readonly mebibytes: number }>> = {
  Standard_B2s: { cpus: 2, mebibytes: 4096 },
  Standard_B2ms: { cpus: 2, mebibytes: 8192 },
};

describe.each(["api", "edge"] as const)("the memory of a node %s", (role) => {
  it.each(nodes.filter((node) => node.role === role).map((node) => [node.name, node.memory] as const))(
    "is enough on %s (%i MiB), with every limit used up",
    (_, total) => {
      expect(sum(budgets[role])).toBeLessThanOrEqual(usable(total));
    },
  );

  it("is enough on Azure's machine, which has the two processors that K3s asks for", () => {
    const { cpus, mebibytes: total } = AZURE[DEFAULT_SIZES[role]] ?? { cpus: 0, mebibytes: 0 };
    expect(cpus).toBeGreaterThanOrEqual(2);
    expect(sum(budgets[role])).toBeLessThanOrEqual(usable(total));
  });

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
