import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { api } from "./api";
import { clusters } from "./clusters";
import { globalLoadBalancer } from "./global-load-balancer";
import { logs } from "./logs";
import { movies } from "./movies";

/** Every dashboard, by the name of its file in `dashboards/`. */
export const dashboards: Readonly<Record<string, Dashboard>> = {
  api,
  "global-load-balancer": globalLoadBalancer,
  clusters,
  logs,
  movies,
};

/** The text of a dashboard's file. */
export const dashboardFile = (dashboard: Dashboard): string => `${JSON.stringify(dashboard, null, 2)}\n`;
