import { defineOverlay } from "../define";
import { movies, moviesDatabase } from "../workloads/movies";

/**
 * The movies instead of the API, one replica of each service, and each under a path of its own: `/webapp` is the page. Copy to
 * `local.overlay.ts`, and say where your PostgreSQL answers. With the API beside them they would need a host name of their own,
 * which the balancer does not know.
 */
export default defineOverlay({
  balancer: {
    kind: "traefik",
    routing: { kind: "round-robin" },
    healthCheck: { path: "/webapp/status" },
  },
  databases: {
    movies: {
      kind: "existing",
      ...moviesDatabase,
      networks: [{ kind: "network", cidr: "192.168.56.1/32", ports: [5432] }], // your own machine, as the nodes see it
      urls: { owner: "movies_owner_url", application: "movies_url" },
    },
  },
  workloads: movies({
    replicas: { minimum: 1, maximum: 1 },
    entry: "fan-out",
    applicationRole: "movies", // the user of movies_url
  }),
});
