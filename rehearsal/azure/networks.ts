import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { contains, overlaps, range } from "../world/network";
import { text, texts, type WorldObject } from "../world/object";

const VNET = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
const RESERVED = `${VNET}#are-there-any-restrictions-on-using-ip-addresses-within-these-subnets`;

/** Subnets lie in their network and apart from each other; addresses lie in their subnet, and are free. */
export function networkFindings(estate: Estate): Judged[] {
  const subnets = estate.ofType("azurerm_subnet");
  return [
    ...subnets.flatMap((subnet, index) => subnetFindings(subnet, subnets.slice(0, index), estate)),
    ...estate.ofType("azurerm_network_interface").flatMap((card) => cardFindings(card, estate)),
  ];
}

function subnetFindings(subnet: WorldObject, others: readonly WorldObject[], estate: Estate): Judged[] {
  const network = estate
    .ofType("azurerm_virtual_network")
    .find(({ values }) => String(subnet.values["id"]).startsWith(`${String(values["id"])}/`));
  const space = texts(network?.values, "address_space");
  return texts(subnet.values, "address_prefixes").flatMap((prefix) => {
    const outside = network && !space.some((whole) => contains(whole, prefix));
    const other = others.find(
      ({ values }) =>
        text(values, "virtual_network_name") === text(subnet.values, "virtual_network_name") &&
        text(values, "resource_group_name") === text(subnet.values, "resource_group_name") &&
        texts(values, "address_prefixes").some((taken) => overlaps(taken, prefix)),
    );
    return [
      ...(outside
        ? [found(subnet, `address_prefixes: ${prefix} is not part of its network, ${space.join(", ")}`, VNET)]
        : []),
      ...(other
        ? [
            found(
              subnet,
              `address_prefixes: ${prefix} overlaps that of ${other.address} in the same network`,
              VNET,
            ),
          ]
        : []),
    ];
  });
}

function cardFindings(card: WorldObject, estate: Estate): Judged[] {
  const address = text(card.values, "ip_configuration.private_ip_address");
  const [subnet] = estate.withId(text(card.values, "ip_configuration.subnet_id"));
  const prefixes = texts(subnet?.values, "address_prefixes");
  const isStatic = text(card.values, "ip_configuration.private_ip_address_allocation") === "Static";
  if (!isStatic || !subnet) return [];
  const prefix = prefixes.find((whole) => contains(whole, address));
  const where = "ip_configuration.private_ip_address";
  if (!prefix)
    return [found(card, `${where}: ${address} is not in its subnet, ${prefixes.join(", ")}`, RESERVED)];
  const [whole, own] = [range(prefix), range(address)];
  const isReserved = whole && own && (own.from < whole.from + 4 || own.from === whole.to);
  return isReserved
    ? [
        found(
          card,
          `${where}: ${address} is Azure's own: the first four of ${prefix} and the last are`,
          RESERVED,
        ),
      ]
    : [];
}
