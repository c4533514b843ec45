import { overlap } from "../overlap";
import type { Rule } from "../problem";

/**
 * Regions' networks leave alone the addresses that a distribution gives to pods and Services, whatever is configured.
 *
 * @param whose - the distribution in the genitive: `K3s'`
 * @param example - a network that a region may have
 */
export const networksLeaveAlone =
  (whose: string, addresses: { readonly pods: string; readonly Services: string }, example: string): Rule =>
  ({ regions }) =>
    Object.entries(regions).flatMap(([region, { network }]) =>
      Object.entries(addresses).flatMap(([what, cidr]) =>
        network !== undefined && overlap(network.cidr, cidr)
          ? [
              {
                path: ["regions", region, "network", "cidr"],
                message: `${network.cidr} overlaps ${cidr}, the addresses of ${whose} ${what}; expected another network, such as ${example}`,
              },
            ]
          : [],
      ),
    );
