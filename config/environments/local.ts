import nodes from "../../vagrant/nodes.json";
import { defineEnvironment } from "../define";
import type { EnvironmentInput } from "../schema/environment";
import { demonstrationApi } from "../workloads/api";

const regions: EnvironmentInput["regions"] = {};
for (const { region, cluster, role, address, host } of nodes as readonly Node[]) {
  regions[region] ??= { clusters: {} };
  regions[region].clusters[cluster] = { kind: "existing", role, address, host };
}

interface Node {
  readonly region: string;
  readonly cluster: string;
  readonly role: "api" | "edge" | "tooling";
  readonly address: string;
  readonly host: string;
}

/** Three K3s nodes on one laptop, made by Vagrant from `vagrant/nodes.json`: add a node there to add a region here. */
export default defineEnvironment({
  name: "local",
  infrastructure: { kind: "existing" },
  dns: { kind: "hosts-file" },
  regions,
  balancer: { kind: "traefik", routing: { kind: "round-robin" } },
  workloads: [demonstrationApi],
});
