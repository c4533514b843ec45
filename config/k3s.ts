/** The release of K3s that nodes get by default; its Kubernetes minor must be one that cert-manager supports, which 1.37 is not yet. */
export const K3S_VERSION = "v1.36.4+k3s1";

/** What K3s gives to pods and Services (https://docs.k3s.io/cli/server#networking). */
export const K3S_ADDRESSES = { pods: "10.42.0.0/16", Services: "10.43.0.0/16" } as const;

/**
 * The minors of K3s that nodes can have, with the major version of the Traefik chart that each bundles
 * (https://github.com/k3s-io/k3s/releases/tag/v1.36.4%2Bk3s1). A chart refuses the values of another: 41, which 1.37
 * bundles, has no `logs`. K3s then installs no Traefik, and says so in the log of a Job only.
 */
export const K3S_MINORS = { "1.36": { traefikChart: 40 } } as const;

export type K3sMinor = keyof typeof K3S_MINORS;

/** The minor of a release such as `v1.36.4+k3s1`, where it is one that nodes can have. */
export function k3sMinor(release: string): K3sMinor | undefined {
  const minor = /^v(\d+\.\d+)\./.exec(release)?.[1];
  return Object.keys(K3S_MINORS).find((known): known is K3sMinor => known === minor);
}

/** Why a release of another minor cannot be had, and what can. */
export const UNKNOWN_MINOR = `is of a minor that the platform does not know: it bundles a Traefik chart that may refuse the values which nodes give it, and no ingress would be installed; expected a release of ${Object.keys(K3S_MINORS).join(" or ")}, such as ${K3S_VERSION}`;
