import { defineOverlay } from "../define";
import { movies, moviesDatabase } from "../workloads/movies";

/**
 * The movies on one cluster that exists already, such as Minikube: no balancer, the cluster is the entry point itself. Copy to
 * `local.overlay.ts`, with the address that `minikube ip` prints; docs/environments/minikube.md has the rest.
 */
export default defineOverlay({
  balancer: { kind: "none" },
  regions: {
    us: null,
    eu: null,
    home: {
      clusters: {
        minikube: { kind: "existing", role: "api", address: "192.168.49.2", host: "movies.test" },
      },
    },
  },
  databases: {
    movies: {
      kind: "in-cluster", // by an operator, in each cluster that runs them
      engine: "postgres",
      version: "17",
      ...moviesDatabase,
      size: { cpu: "50m", memory: "256Mi", storage: "1Gi" },
      deletionProtection: false, // it goes with the laptop
    },
  },
  workloads: movies({
    replicas: { minimum: 1, maximum: 1 },
    entry: "fan-out",
  }),
});
