import type { Cluster } from "../cluster";
import type { KubeObject } from "../object";
import type { Pod } from "../pods";
import type { Peer } from "./policy";

/** A connection that a pod will make inside of a cluster, or out of it. */
export interface Needed {
  /** What wants it; the finding is told there. */
  readonly of: KubeObject;
  /** Such as `Prometheus, scraping api`. */
  readonly who: string;
  readonly from: Peer;
  readonly to: Peer;
  readonly port: number;
  readonly protocol?: "TCP" | "UDP";
  readonly source: string;
}

/** A way that leads nowhere before any firewall is asked. */
export interface Broken {
  readonly of: KubeObject;
  readonly says: string;
  readonly source: string;
}

export interface Ways {
  readonly needed: readonly Needed[];
  readonly broken: readonly Broken[];
}

/** Reads the connections out of one kind of object. */
export type WayReader = (cluster: Cluster) => Ways;

export const NONE: Ways = { needed: [], broken: [] };

export function together(ways: readonly Ways[]): Ways {
  return {
    needed: ways.flatMap(({ needed }) => needed),
    broken: ways.flatMap(({ broken }) => broken),
  };
}

/** Every one of some pods to every one of others. */
export function between(
  from: readonly Pod[],
  to: readonly { readonly pod: Pod; readonly port: number }[],
  more: Pick<Needed, "of" | "who" | "source">,
): Needed[] {
  return from.flatMap((pod) =>
    to.map((target) => ({ ...more, from: { pod }, to: { pod: target.pod }, port: target.port })),
  );
}
