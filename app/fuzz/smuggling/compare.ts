/**
 * Whether two servers see the same requests in the same bytes. Who refuses or closes is safe: what must not be is that
 * both go on, with different requests.
 */
import type { Seen } from "./strict";

/** What is wrong, or `undefined`. */
export function disagreement(one: Seen, other: Seen): string | undefined {
  const [shorter, longer] = one.requests.length <= other.requests.length ? [one, other] : [other, one];
  const index = shorter.requests.findIndex((request, place) => request !== longer.requests[place]);
  if (index >= 0) {
    return `request ${index + 1} is "${one.requests[index]}" or "${other.requests[index]}"`;
  }
  if (shorter.requests.length < longer.requests.length && shorter.end === "waiting") {
    return `after ${shorter.requests.length} requests one waits, and the other sees "${longer.requests[shorter.requests.length]}"`;
  }
  return undefined;
}
