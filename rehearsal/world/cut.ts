import type { Estate } from "./estate";
import { found, type Judged } from "./finding";
import { contains } from "./network";
import { texts, type WorldObject } from "./object";

/** Arguments of a type that hold networks. */
export interface Networks {
  readonly types: RegExp;
  readonly attributes: readonly string[];
}

/**
 * Firewall rules for a part of a subnet: machines get addresses anywhere in it, so such a rule holds for some of them.
 * Rules for a single address are left alone: that address belongs to one machine.
 */
export function cutSubnets(subnets: Networks, rules: Networks, source: string) {
  return (estate: Estate): Judged[] => {
    const known = networksOf(subnets, estate);
    return networksOf(rules, estate).flatMap(({ object, network }): Judged[] => {
      const whole = known.find((subnet) => subnet.network !== network && contains(subnet.network, network));
      if (!whole || /\/32$/.test(network) || !network.includes("/")) return [];
      if (known.some((subnet) => subnet.network === network)) return [];
      const says = `${network} is a part of ${whole.object.address} (${whole.network}): it holds for some of what is in there`;
      return [found(object, says, source)];
    });
  };
}

function networksOf(
  { types, attributes }: Networks,
  estate: Estate,
): { object: WorldObject; network: string }[] {
  return estate
    .ofType(types)
    .flatMap((object) =>
      attributes.flatMap((name) => texts(object.values, name)).map((network) => ({ object, network })),
    );
}
