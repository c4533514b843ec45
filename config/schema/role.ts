import { choice } from "./primitives";

/** What a cluster is for: `api` serves users, `edge` is the global load balancer, `tooling` deploys and watches. */
export const clusterRole = choice("api", "edge", "tooling");
