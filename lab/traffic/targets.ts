/** Where users find the lab's platform. Addresses are in the lab's network; names verify against the platform's CA. */
import { labNode } from "../lab";
import { localWorkspaces } from "../platform";
import type { Target } from "./client";

/** The platform's CA, PEM. */
export const authority = (): string => localWorkspaces().outputs("local-pki")["ca"] as string;

/** A region's API as the balancer reaches it: through the regional Traefik. */
export const region = (cluster: string): Target => {
  const { host, address } = labNode(cluster).entry;
  return { host, address, ca: authority() };
};

/** The global load balancer. */
export const globalBalancer = (): Target => region("lb");
