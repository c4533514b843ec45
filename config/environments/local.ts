import { regionsOfNodes } from "../clouds/existing/nodes";
import { defineEnvironment } from "../define";
import { demonstrationApi } from "../workloads/api";

/** Three K3s nodes on one laptop, made by Vagrant from `vagrant/nodes.json`: add a node there to add a region here. */
export default defineEnvironment({
  name: "local",
  infrastructure: { kind: "existing" },
  dns: { kind: "hosts-file" },
  /** Read when it is asked for: a mistake in the file is a problem of this environment alone. */
  get regions() {
    return regionsOfNodes();
  },
  balancer: { kind: "traefik", routing: { kind: "round-robin" } },
  workloads: [demonstrationApi],
});
