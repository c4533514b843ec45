/** The namespaces that the platform makes. No workload may take one. */
export const NAMESPACES = {
  certManager: "cert-manager",
  contour: "projectcontour",
  databases: "databases",
  flagger: "flagger-system",
  flux: "flux-system",
  monitoring: "monitoring",
  nodeExporter: "node-exporter",
  traefik: "traefik",
} as const;

/** Those that every cluster has, and those of programs that a cloud may install. */
const OTHERS = ["default", "kube-system", "kube-public", "kube-node-lease", "argocd"];

/** Every namespace that is not a workload's to take. */
export const RESERVED_NAMESPACES: readonly string[] = [...OTHERS, ...Object.values(NAMESPACES)];
