import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { movies, moviesDatabase } from "../workloads/movies";

/**
 * The movies in one cluster of kOps, in three zones of an AWS region, with their database. What belongs to one team stands here as a
 * documentation value: replace it in `kops.overlay.ts` (`kops.overlay.example.ts` shows how), not here.
 */
export default defineEnvironment({
  name: "kops",
  infrastructure: {
    kind: "aws",
    accountId: documentation("000000000000"),
    home: "ca",
    administrators: [documentation("arn:aws:iam::000000000000:role/platform")],
    operatorCidrs: [documentation("203.0.113.7/32")],
    github: { repository: documentation("example-org/meridian") },
  },
  dns: { kind: "none" },
  regions: {
    ca: {
      network: { kind: "aws", location: "ca-central-1", cidr: "10.10.0.0/16", nat: "per-zone" },
      clusters: { main: { kind: "kops", role: "api" } },
    },
  },
  balancer: { kind: "none" },
  workloads: movies({ image: "{registry}/meridian/movies:0.1.0" }), // from the cluster's own region
  databases: { movies: { kind: "managed", engine: "postgres", version: "17", ...moviesDatabase } },
  monitoring: { logs: {} },
});
