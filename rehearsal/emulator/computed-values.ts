import { CLOUDS } from "../clouds";
import type { ComputedMap, ComputedValue } from "./computed-value";

/** By the attribute's name, in every provider. */
const BY_NAME: readonly ComputedValue[] = [
  { attribute: /(^|\.)id$/, value: "{#hex:32}" },
  { attribute: /(tenant|client|object|principal|subscription)_id$/, value: "{#uuid}" },
  { attribute: /_ids?$/, value: "{#hex:12}" },
  { types: /^kubernetes_/, attribute: /resource_version$/, value: "1" },
  { attribute: /cidr/, value: "198.18.{#octet}.0/24" },
  { attribute: /private_ip|cluster_ip|internal_ip/, value: "10.{#octet}.{#octet}.{#host-octet}" },
  { attribute: /ipv6/, value: "2001:db8:{#hex:4}::{#hex:4}" },
  { attribute: /(^|[._])ips?($|_)/, value: "198.18.{#octet}.{#host-octet}" }, // RFC 2544: never routed
  { attribute: /fqdn|(^|[._])dns_name$|host(_?name)?$|domain(_name)?$/, value: "{#host}" },
  { attribute: /(^|[._])(url|uri|endpoint|issuer)$/, value: "https://{#host}" },
  {
    attribute: /kube_config_raw$/,
    value: "apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- name: {#hex:8}\n",
  },
  { attribute: /private_key|client_key$/, value: "{#pem:PRIVATE KEY}" },
  { attribute: /certificate$|_cert$|_pem$/, value: "{#pem:CERTIFICATE}" },
  { attribute: /fingerprint/, value: "{#fingerprint}" },
  { attribute: /_(at|on|time|date)$|^not_(after|before)$|timestamp$/, value: "2030-01-01T00:00:00Z" },
  { attribute: /password|secret|token|(^|[._])key$/, value: "{#hex:32}" },
  { attribute: /json$|policy$/, value: "{}" },
  { attribute: /(^|\.)(status|state)$/, value: "active" },
  { attribute: /version$/, value: "1.0.0" },
  { attribute: /name$/, value: "{#noun}-{#hex:8}" },
  { attribute: /./, value: "{#hex:12}" },
];

/** What the emulated clouds answer: the entries of each cloud, then those that go by the name alone. */
export const COMPUTED_STRINGS: readonly ComputedValue[] = [
  ...CLOUDS.flatMap(({ computed }) => computed ?? []),
  ...BY_NAME,
];

/** The keys of computed maps. */
export const COMPUTED_MAPS: readonly ComputedMap[] = CLOUDS.flatMap(({ maps }) => maps ?? []);

/** Lengths of computed lists where one element would not do. */
export const COMPUTED_LENGTHS: readonly { readonly attribute: RegExp; readonly length: number }[] = [
  { attribute: /^(names|zone_ids)$/, length: 3 },
  { attribute: /cidrs$/, length: 2 },
];

/** Computed numbers by name; others are 1. */
export const COMPUTED_NUMBERS: readonly { readonly attribute: RegExp; readonly value: number }[] = [
  { attribute: /port$/, value: 443 },
];
