import { type Cloud, inOnePlace } from "../cloud";
import { account } from "./account";
import { network } from "./network";
import { rules } from "./rules";
import { objectStorage } from "./state";
import { vke } from "./vke";
import { warnings } from "./warnings";

/** Clusters of the Vultr Kubernetes Engine, each of them an entry point of its own. */
export const vultr = {
  account,
  clusters: [vke],
  networks: [network],
  balancers: [],
  dns: [],
  certificates: [],
  states: [objectStorage],
  fits: {
    balancer: ["none"],
    dns: ["none"],
    certificates: ["private-ca", "letsencrypt"],
    state: ["local", "vultr-object-storage"],
    databases: ["existing", "in-cluster"],
    registry: true,
    splitsUsers: false,
    lateNames: true,
    opensPort80: true,
    admitsWriters: true,
    issuesInClusters: true,
  },
  rules,
  warnings,
  stateIn: inOnePlace,
} as const satisfies Cloud;
