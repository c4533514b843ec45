import type { RuleTable } from "../rules/rule";

const API = "https://www.vultr.com/api/";
const DOCS = "https://registry.terraform.io/providers/vultr/vultr/2.32.0/docs/resources";

/** `GET /v2/regions`. */
const LOCATIONS =
  /^(ams|atl|blr|bom|cdg|del|dfw|ewr|fra|hnl|icn|itm|jnb|lax|lhr|mad|man|mel|mex|mia|nrt|ord|sao|scl|sea|sgp|sjc|sto|syd|tlv|waw|yto)$/i;

const CLUSTER = /^vultr_kubernetes$/;
const RULE = /^vultr_firewall_rule$/;
const NUMBER = (types: RegExp, attribute: string, from: number, to: number) => ({
  types,
  attribute,
  expect: { from, to },
  source: `${DOCS}/kubernetes`,
});

export const VULTR_VALUES: RuleTable = {
  rules: [
    {
      types: /^vultr_/,
      attribute: "region",
      expect: LOCATIONS,
      says: "a location such as ewr",
      source: `${API}#tag/region`,
    },
    {
      types: /^vultr_container_registry$/,
      attribute: "name",
      expect: /^[a-z0-9]+$/,
      says: "lower-case letters and digits",
      source: `${DOCS}/container_registry`,
    },
    {
      types: /^vultr_container_registry$/,
      attribute: "plan",
      expect: { oneOf: ["start_up", "business", "premium", "enterprise"] },
      source: `${DOCS}/container_registry`,
    },
    {
      types: /^vultr_object_storage_bucket$/,
      attribute: "name",
      expect: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      says: "a bucket's name, 3 to 63 lower-case letters, digits and dashes",
      source: "https://docs.vultr.com/products/cloud-storage/object-storage/limits",
    },
    {
      types: CLUSTER,
      attribute: "version",
      expect: /^v1\.\d+\.\d+\+\d+$/,
      says: "a release such as v1.35.5+1",
      source: `${API}#operation/get-kubernetes-versions`,
    },
    NUMBER(CLUSTER, "node_pools.node_quantity", 1, 100),
    NUMBER(/^vultr_kubernetes_node_pools$/, "node_quantity", 1, 100),
    { types: /^vultr_vpc$/, attribute: "v4_subnet", expect: "ip", source: `${DOCS}/vpc` },
    {
      types: /^vultr_vpc$/,
      attribute: "v4_subnet_mask",
      expect: { from: 16, to: 28 },
      source: `${DOCS}/vpc`,
    },
    {
      types: RULE,
      attribute: "protocol",
      expect: { oneOf: ["icmp", "tcp", "udp", "gre", "esp", "ah"] },
      source: `${DOCS}/firewall_rule`,
    },
    { types: RULE, attribute: "ip_type", expect: { oneOf: ["v4", "v6"] }, source: `${DOCS}/firewall_rule` },
    { types: RULE, attribute: "subnet", expect: "ip", source: `${DOCS}/firewall_rule` },
    {
      types: RULE,
      attribute: "subnet_size",
      expect: { from: 0, to: 128 },
      source: `${DOCS}/firewall_rule`,
    },
  ],
  demands: [
    {
      types: RULE,
      when: { protocol: /^(tcp|udp)$/ },
      needs: ["port"],
      says: "a rule about TCP or UDP says which ports",
      source: `${DOCS}/firewall_rule`,
    },
  ],
  exposures: [],
};
