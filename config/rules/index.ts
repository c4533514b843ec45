import { cloudOf } from "../clouds";
import type { Problem } from "../problem";
import type { Environment } from "../schema/environment";
import { cacheRules } from "./caches";
import { centralDeliveryRules } from "./central-delivery";
import { clusterRules } from "./clusters";
import { combinationRules } from "./combinations";
import { consoleRules } from "./consoles";
import { databaseRules } from "./databases";
import { deliveryRules } from "./delivery";
import { egressRules } from "./egress";
import { entryRules } from "./entry";
import { fitRules } from "./fits";
import { monitoringRules } from "./monitoring";
import { nameRules } from "./names";
import { overrideRules } from "./overrides";
import { regionRules } from "./regions";
import { routeRules } from "./routes";
import { serviceBalancerRules } from "./service-balancers";
import { workloadRules } from "./workloads";

const rules = [
  ...regionRules,
  ...clusterRules,
  ...entryRules,
  ...fitRules,
  ...workloadRules,
  ...routeRules,
  ...serviceBalancerRules,
  ...nameRules,
  ...overrideRules,
  ...deliveryRules,
  ...centralDeliveryRules,
  ...egressRules,
  ...databaseRules,
  ...cacheRules,
  ...monitoringRules,
  ...consoleRules,
  ...combinationRules,
];

/** Everything that is wrong between the keys of an environment, by the rules for all and by those of its cloud. */
export const problemsIn = (environment: Environment): readonly Problem[] =>
  [...rules, ...cloudOf(environment).rules].flatMap((rule) => rule(environment));
