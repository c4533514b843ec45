import type { Estate } from "../world/estate";
import type { Judged } from "../world/finding";
import type { Denial, Flow } from "../world/flow";
import { contains } from "../world/network";
import { at, text, texts, type WorldObject } from "../world/object";
import { cardsOf, groupsOf } from "./machines";

const SOURCE =
  "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules";

/** Whether the security groups of a machine let a connection through, as Azure decides. */
export function azureDenial(flow: Flow, estate: Estate): Denial | undefined {
  const card = estate
    .ofType("azurerm_linux_virtual_machine")
    .flatMap((machine) => cardsOf(machine, estate))
    .find((each) => addressesOf(each, estate).includes(flow.to));
  if (!card) return undefined; // not a machine of ours
  const own = text(card.values, "ip_configuration.private_ip_address");
  for (const group of groupsOf(card, estate)) {
    const rules = rulesOf(group, estate).filter((rule) => coversTarget(rule, own));
    const denied = flow.from.length === 0 ? nobody(rules, flow) : firstDenied(rules, flow);
    if (denied) return { says: `${group.address} of ${group.workspace} ${denied}`, source: SOURCE };
  }
  return undefined;
}

const LEAST =
  "https://learn.microsoft.com/azure/security/benchmark/azure/mcsb-network-security#ns-1-establish-network-segmentation-boundaries";

/** Rules that admit more than is needed: all addresses, where a few are known to call, or every port. */
export function azureExcess(flows: readonly Flow[], estate: Estate): Judged[] {
  const guarded = new Map<WorldObject, readonly string[]>();
  for (const card of estate
    .ofType("azurerm_linux_virtual_machine")
    .flatMap((machine) => cardsOf(machine, estate))) {
    for (const group of groupsOf(card, estate))
      guarded.set(group, [...(guarded.get(group) ?? []), ...addressesOf(card, estate)]);
  }
  return [...guarded].flatMap(([group, addresses]) =>
    rulesOf(group, estate)
      .filter(({ values }) => text(values, "access") === "Allow")
      .flatMap((rule) => {
        const calls = flows.filter((flow) => addresses.includes(flow.to) && coversPort(rule, flow.port));
        const known = calls.filter(({ from }) => from.length > 0);
        const isForAll = coversCaller(rule, "0.0.0.0/0");
        const opensAll = [
          ...texts(rule.values, "destination_port_range"),
          ...texts(rule.values, "destination_port_ranges"),
        ].some((ports) => ports === "*" || ports === "0-65535");
        const who = known.map((flow) => flow.who.replace(/,$/, "")).join(" and ");
        return [
          ...(isForAll && known.length > 0
            ? [said(rule, `admits everybody to port ${known[0]?.port}, where only ${who} calls`)]
            : []),
          ...(opensAll ? [said(rule, "opens every port")] : []),
        ];
      }),
  );
}

function said({ workspace, address }: WorldObject, says: string): Judged {
  return { workspace, address, says, source: LEAST };
}

/** All callers together: each has to be admitted. */
function firstDenied(rules: readonly WorldObject[], flow: Flow): string | undefined {
  for (const from of flow.from) {
    const rule = rules.find((each) => coversPort(each, flow.port) && coversCaller(each, from));
    if (!rule) return `has no rule that admits ${from} to port ${flow.port}`;
    if (text(rule.values, "access") !== "Allow") {
      return `refuses ${from} at port ${flow.port} by ${rule.address} (priority ${String(rule.values["priority"])})`;
    }
  }
  return undefined;
}

/** Where the callers are not known: a rule has to admit some address before a rule refuses all of them. */
function nobody(rules: readonly WorldObject[], flow: Flow): string | undefined {
  for (const rule of rules.filter((each) => coversPort(each, flow.port))) {
    if (text(rule.values, "access") === "Allow") return undefined;
    if (coversCaller(rule, "0.0.0.0/0")) break;
  }
  return `admits nobody to port ${flow.port}`;
}

/** Inbound rules of TCP, in the order in which Azure asks them. */
function rulesOf(group: WorldObject, estate: Estate): WorldObject[] {
  return estate
    .ofType("azurerm_network_security_rule")
    .filter(
      ({ values }) =>
        text(values, "network_security_group_name") === text(group.values, "name") &&
        text(values, "resource_group_name") === text(group.values, "resource_group_name") &&
        text(values, "direction") === "Inbound" &&
        /^(tcp|\*)$/i.test(text(values, "protocol")),
    )
    .sort((a, b) => Number(a.values["priority"]) - Number(b.values["priority"]));
}

function coversPort({ values }: WorldObject, port: number): boolean {
  const covers = (name: string) =>
    [...texts(values, name), ...texts(values, `${name}s`)].some((range) => {
      const [low = "", high = low] = range.split("-");
      return range === "*" || (Number(low) <= port && port <= Number(high));
    });
  return covers("destination_port_range") && at(values, "source_port_range").some((from) => from === "*");
}

/** Azure asks the rules after it has put the private address in place of the public one. */
function coversTarget({ values }: WorldObject, own: string): boolean {
  const targets = [
    ...texts(values, "destination_address_prefix"),
    ...texts(values, "destination_address_prefixes"),
  ];
  return targets.some((target) => /^(\*|Any|VirtualNetwork)$/i.test(target) || contains(target, own));
}

function coversCaller({ values }: WorldObject, caller: string): boolean {
  const sources = [...texts(values, "source_address_prefix"), ...texts(values, "source_address_prefixes")];
  return sources.some((source) => /^(\*|Internet|Any)$/i.test(source) || contains(source, caller));
}

/** Public and private addresses of an interface. */
function addressesOf(card: WorldObject, estate: Estate): string[] {
  const [address] = estate.withId(text(card.values, "ip_configuration.public_ip_address_id"));
  return [
    text(address?.values, "ip_address"),
    text(card.values, "ip_configuration.private_ip_address"),
  ].filter((each) => each !== "");
}
