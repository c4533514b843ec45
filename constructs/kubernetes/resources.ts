/** Requests and limits of a container. */
export interface Resources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

/**
 * What a container asks for. There is no CPU limit: it would throttle a program while the node idles, and the request is its
 * share when the node is busy.
 *
 * @param cpu - as Kubernetes writes it: `100m`, `2`
 * @param memory - as Kubernetes writes it: `128Mi`
 * @param limit - the memory at which it is ended, where that is more than it is promised
 */
export const resources = (cpu: string, memory: string, limit = memory): Resources => ({
  requests: { cpu, memory },
  limits: { memory: limit },
});
