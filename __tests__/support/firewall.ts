import { trace } from "./remote-state";
import { type Output, resourcesOf } from "./synth";

/** An inbound rule of a network security group, with all references followed. */
export interface Rule {
  readonly group: string;
  readonly name: string;
  readonly priority: number;
  readonly access: "Allow" | "Deny";
  readonly sources: readonly string[];
  readonly port: string;
  readonly description: string | undefined;
}

/** The rules of every workspace: those of one group come from several. */
export const rulesOf = (output: Output): readonly Rule[] =>
  Object.entries(output.workspaces).flatMap(([id, workspace]) =>
    resourcesOf(workspace, "azurerm_network_security_rule").map((rule) => ({
      group: String(trace(output, id, rule["network_security_group_name"])),
      name: String(rule["name"]),
      priority: Number(rule["priority"]),
      access: rule["access"] as Rule["access"],
      sources: [rule["source_address_prefixes"] ?? rule["source_address_prefix"]]
        .flat()
        .map((source) => String(trace(output, id, source))),
      port: String(rule["destination_port_range"]),
      description: rule["description"] as string | undefined,
    })),
  );

/**
 * What Azure adds to every group
 * (https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
 */
const DEFAULTS: readonly Pick<Rule, "name" | "priority" | "access" | "sources" | "port">[] = [
  { name: "AllowVNetInBound", priority: 65000, access: "Allow", sources: ["VirtualNetwork"], port: "*" },
  {
    name: "AllowAzureLoadBalancerInBound",
    priority: 65001,
    access: "Allow",
    sources: ["AzureLoadBalancer"],
    port: "*",
  },
  { name: "DenyAllInBound", priority: 65500, access: "Deny", sources: ["*"], port: "*" },
];

/**
 * Whether a group lets a TCP connection through, as Azure decides: the first rule by priority that fits.
 *
 * @param caller - every way in which rules can mean the caller: its address, its service tag
 */
export function admits(
  rules: readonly Rule[],
  group: string,
  caller: readonly string[],
  port: number,
): boolean {
  const decisive = [...rules.filter((rule) => rule.group === group), ...DEFAULTS]
    .sort((first, second) => first.priority - second.priority)
    .find(
      (rule) =>
        rule.sources.some((source) => source === "*" || caller.includes(source)) &&
        (rule.port === "*" || rule.port === String(port)),
    );
  return decisive?.access === "Allow";
}
