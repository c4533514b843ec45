import { defineOverlay } from "../define";
import { movies, moviesDatabase } from "../workloads/movies";

/**
 * The movies instead of the API, one replica of each service, and each under a path of its own: `/webapp` is the page. Copy to
 * `local.overlay.ts`. With the API beside them they would need a host name of their own,
 * which the balancer does not know. With their database they do not fit beside monitoring into 5 GiB: docs/workloads.md has the sum.
 */
export default defineOverlay({
  balancer: {
    kind: "traefik",
    routing: { kind: "round-robin" },
    healthCheck: { path: "/webapp/status" },
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
