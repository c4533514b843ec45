import type { RouteProps } from "../traefik/route";

/** A route to a Service, and whether its name is the cluster's own. */
export type Route = RouteProps & { readonly isClusterName: boolean };
