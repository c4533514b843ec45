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
      kind: "existing",
      ...moviesDatabase,
      networks: [{ kind: "network", cidr: "192.168.49.1/32", ports: [5432] }], // the machine that Minikube runs on
      urls: { owner: "movies_owner_url", application: "movies_url" },
    },
  },
  workloads: movies({
    replicas: { minimum: 1, maximum: 1 },
    entry: "fan-out",
    applicationRole: "movies", // the user of movies_url
  }),
});
