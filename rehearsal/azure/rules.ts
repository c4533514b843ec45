import type { CloudRules } from "../rules/cloud-rules";
import { AZURE_ADDRESSING } from "./addressing";
import { AZURE_COMPUTED } from "./computed";
import { azureDenial } from "./firewall";
import { k3sOnMachine } from "./k3s";
import { AZURE_KNOWN } from "./known";
import { AZURE_LIFETIMES } from "./lifetimes";
import { machineFindings } from "./machines";
import { networkFindings } from "./networks";
import { AZURE_REFERENCES, AZURE_UNIQUE } from "./references";
import { AZURE_VALUES } from "./values";

export const AZURE: CloudRules = {
  known: AZURE_KNOWN,
  lifetimes: AZURE_LIFETIMES,
  addressing: AZURE_ADDRESSING,
  cluster: k3sOnMachine,
  computed: AZURE_COMPUTED,
  denial: azureDenial,
  judges: { "azure/networks": networkFindings, "azure/machines": machineFindings },
  references: AZURE_REFERENCES,
  unique: AZURE_UNIQUE,
  values: AZURE_VALUES,
};
