import { type Cloud, inOnePlace } from "../cloud";
import { account } from "./account";
import { k3s } from "./k3s";
import { network } from "./network";
import { rules } from "./rules";
import { azurerm } from "./state";

/** Virtual machines on Azure, each of them a cluster of K3s. */
export const azure = {
  account,
  clusters: [k3s],
  networks: [network],
  balancers: [],
  dns: [],
  certificates: [],
  states: [azurerm],
  fits: {
    balancer: ["traefik"],
    dns: ["hosts-file", "cloudflare"],
    certificates: ["private-ca", "letsencrypt"],
    state: ["local", "azurerm"],
    databases: ["existing", "in-cluster"],
    registry: false,
    splitsUsers: false,
    lateNames: false,
    opensPort80: true,
    admitsWriters: false,
    issuesInClusters: false,
  },
  rules,
  warnings: [],
  stateIn: inOnePlace,
} as const satisfies Cloud;
