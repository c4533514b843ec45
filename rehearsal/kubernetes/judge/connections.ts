import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { clustersOf } from "../cluster";
import { type Needed, together } from "../network/needed";
import { Policies } from "../network/policy";
import { routeWays } from "../network/routes";
import { scrapeWays } from "../network/scrapes";
import { urlWays } from "../network/urls";
import { about } from "./finding";
import { nameOf } from "./services";

const FLUX = "https://fluxcd.io/flux/components/kustomize/kustomizations/#path";

/** Connections that programs need: the way is there, and no NetworkPolicy cuts it. */
export function connectionFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => {
    const { needed, broken } = together([routeWays(cluster), scrapeWays(cluster), urlWays(cluster)]);
    const policies = new Policies(cluster);
    return [
      ...cluster.delivery.broken.map(({ of, says }) => about(of, says, FLUX)),
      ...broken.map(({ of, says, source }) => about(of, says, source)),
      ...needed.flatMap((need) => {
        const denial = policies.denial({ ...need, protocol: need.protocol ?? "TCP" });
        return denial ? [about(need.of, cut(need, denial), need.source)] : [];
      }),
    ];
  });
}

function cut({ who, from, to, port }: Needed, denial: string): string {
  const name = (peer: Needed["from"]) => ("pod" in peer ? nameOf(peer.pod) : peer.address);
  return `${who} cannot connect from ${name(from)} to port ${port} of ${name(to)}: ${denial}`;
}
