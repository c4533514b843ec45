import type { Estate } from "../world/estate";
import type { Judged } from "../world/finding";
import { text, texts, type WorldObject } from "../world/object";

const KEYS =
  "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine#username-1";
const ZONES =
  "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#availability-zone";
const CLOSED = "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#sku";

/** What has to hold between a machine, its keys and its addresses. */
export function machineFindings(estate: Estate): Judged[] {
  return estate
    .ofType("azurerm_linux_virtual_machine")
    .flatMap((machine) => [
      ...keyFindings(machine),
      ...openFindings(machine, estate),
      ...zoneFindings(machine, estate),
    ]);
}

/** A machine in one zone has no public address in another. */
function zoneFindings(machine: WorldObject, estate: Estate): Judged[] {
  const zone = text(machine.values, "zone");
  return cardsOf(machine, estate).flatMap((card) => {
    const [address] = estate.withId(text(card.values, "ip_configuration.public_ip_address_id"));
    const zones = texts(address?.values, "zones");
    if (zone === "" || zones.length === 0 || zones.includes(zone)) return [];
    const says = `zone: it is in zone ${zone}, and its public address ${address?.address} in ${zones.join(", ")}`;
    return [{ workspace: machine.workspace, address: machine.address, says, source: ZONES }];
  });
}

function keyFindings(machine: WorldObject): Judged[] {
  const user = text(machine.values, "admin_username");
  return texts(machine.values, "admin_ssh_key.username")
    .filter((owner) => owner !== user)
    .map((owner) => ({
      workspace: machine.workspace,
      address: machine.address,
      says: `admin_ssh_key.username: '${owner}' does not exist on the machine: Azure makes ${user} alone`,
      source: KEYS,
    }));
}

/** A public address of the Standard SKU is closed until a security group opens it. */
function openFindings(machine: WorldObject, estate: Estate): Judged[] {
  return cardsOf(machine, estate)
    .filter((card) => text(card.values, "ip_configuration.public_ip_address_id") !== "")
    .filter((card) => groupsOf(card, estate).length === 0)
    .map((card) => ({
      workspace: card.workspace,
      address: card.address,
      says: "neither the interface nor its subnet has a network security group: nothing reaches its public address",
      source: CLOSED,
    }));
}

export function cardsOf(machine: WorldObject, estate: Estate): readonly WorldObject[] {
  return texts(machine.values, "network_interface_ids").flatMap((id) => estate.withId(id).slice(0, 1));
}

/** The security groups that guard an interface: its own and its subnet's. */
export function groupsOf(card: WorldObject, estate: Estate): readonly WorldObject[] {
  const guarded = [text(card.values, "id"), text(card.values, "ip_configuration.subnet_id")];
  return estate
    .ofType(/^azurerm_(subnet|network_interface)_(network_)?security_group_association$/)
    .filter(({ values }) =>
      ["subnet_id", "network_interface_id"].some((name) => guarded.includes(text(values, name))),
    )
    .flatMap(({ values }) => estate.withId(text(values, "network_security_group_id")).slice(0, 1));
}
