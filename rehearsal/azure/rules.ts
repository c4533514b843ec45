import { withDocumented } from "../documented/rules";
import type { CloudRules } from "../rules/cloud-rules";
import { cutSubnets } from "../world/cut";
import { AZURE_ADDRESSING } from "./addressing";
import { AZURE_COMPUTED } from "./computed";
import { azureDenial, azureExcess } from "./firewall";
import { k3sOnMachine } from "./k3s";
import { AZURE_KNOWN } from "./known";
import { AZURE_LIFETIMES } from "./lifetimes";
import { machineFindings } from "./machines";
import { networkFindings } from "./networks";
import { nodeFindings } from "./nodes";
import { AZURE_REFERENCES, AZURE_UNIQUE } from "./references";
import { AZURE_VALUES } from "./values";

export const AZURE: CloudRules = {
  known: AZURE_KNOWN,
  lifetimes: AZURE_LIFETIMES,
  addressing: AZURE_ADDRESSING,
  cluster: k3sOnMachine,
  computed: AZURE_COMPUTED,
  firewall: { denial: azureDenial, excess: azureExcess },
  judges: {
    "azure/networks": networkFindings,
    "azure/cut-subnets": cutSubnets(
      { types: /^azurerm_subnet$/, attributes: ["address_prefixes"] },
      {
        types: /^azurerm_network_security_rule$/,
        attributes: ["source_address_prefix", "source_address_prefixes", "destination_address_prefix"],
      },
      "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    ),
    "azure/machines": machineFindings,
    "azure/nodes": nodeFindings,
  },
  references: AZURE_REFERENCES,
  unique: AZURE_UNIQUE,
  values: withDocumented("azurerm", AZURE_VALUES),
};
