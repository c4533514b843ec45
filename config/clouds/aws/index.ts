import type { Cloud } from "../cloud";
import { account } from "./account";
import { globalAccelerator } from "./balancer";
import { acm, route53 } from "./domain";
import { eks } from "./eks";
import { kops } from "./kops";
import { network } from "./network";
import { rules } from "./rules";
import { s3, stateIn } from "./state";

/** Clusters of EKS behind Global Accelerator, or of kOps, each of them an entry point of its own. */
export const aws = {
  account,
  clusters: [eks, kops],
  networks: [network],
  balancers: [globalAccelerator],
  dns: [route53],
  certificates: [acm],
  states: [s3],
  fits: {
    balancer: ["global-accelerator"],
    dns: ["none", "route53"],
    certificates: ["private-ca", "acm", "none"],
    state: ["local", "s3"],
    databases: ["managed", "existing", "in-cluster"],
    registry: true,
    splitsUsers: true,
    blocksPaths: false,
    lateNames: false,
    opensPort80: false,
    admitsWriters: false,
    issuesInClusters: false,
  },
  rules,
  warnings: [],
  stateIn,
} as const satisfies Cloud;
