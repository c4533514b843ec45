/** The namespaces that the platform makes. No workload may take one. */
export const NAMESPACES = {
  argocd: "argocd",
  deployer: "argocd-deployer",
  certManager: "cert-manager",
  cloudNativePg: "cnpg-system",
  contour: "projectcontour",
  databases: "databases",
  externalDns: "external-dns",
  flagger: "flagger-system",
  flux: "flux-system",
  monitoring: "monitoring",
  nodeExporter: "node-exporter",
  postgres: "postgres",
  traefik: "traefik",
} as const;

/** Those that every cluster has. */
const OTHERS = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Every namespace that is not a workload's to take. */
export const RESERVED_NAMESPACES: readonly string[] = [...OTHERS, ...Object.values(NAMESPACES)];
