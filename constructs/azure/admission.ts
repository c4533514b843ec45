import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import { Construct } from "constructs";

/**
 * Every rule that admits callers, with its priority: rules of one security group come from several workspaces, so their
 * order is decided here.
 */
const PRIORITIES = {
  "operators-ssh": 100,
  "operators-kubernetes": 110,
  "acme-http": 200,
  "balancer-https": 300,
  "cloudflare-https": 310,
} as const;

/** Azure's limit for a rule's description. */
const LONGEST_REASON = 140;

export interface AdmissionProps {
  /** Name of the rule; unique in the security group. */
  readonly name: keyof typeof PRIORITIES;

  /** The security group and its resource group, by name. */
  readonly securityGroup: string;
  readonly resourceGroup: string;

  /** The TCP port that is opened. */
  readonly port: number;

  /** Addresses and CIDRs that may connect, or `Internet`: all addresses outside the virtual network. */
  readonly from: readonly string[] | "Internet";

  /** Why they must come: the rule's description, at most 140 characters. */
  readonly reason: string;
}

/** Opens one TCP port of a security group to some addresses. */
export class Admission extends Construct {
  constructor(scope: Construct, id: string, props: AdmissionProps) {
    super(scope, id);
    if (props.reason.trim() === "" || props.reason.length > LONGEST_REASON) {
      throw new Error(
        `${this.node.path}: 'reason' must have 1 to ${LONGEST_REASON} characters, got ${props.reason.length}`,
      );
    }

    new NetworkSecurityRule(this, "Resource", {
      name: props.name,
      description: props.reason,
      resourceGroupName: props.resourceGroup,
      networkSecurityGroupName: props.securityGroup,
      priority: PRIORITIES[props.name],
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      ...(props.from === "Internet"
        ? { sourceAddressPrefix: props.from }
        : { sourceAddressPrefixes: [...props.from] }),
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: String(props.port),
    });
  }
}
