import type { ComputedMap, ComputedValue } from "../emulator/computed-value";

/** https://registry.terraform.io/providers/vultr/vultr/2.32.0/docs, attributes of each resource */
export const VULTR_COMPUTED: readonly ComputedValue[] = [
  { types: /^vultr_/, attribute: /(^|_)id$/, value: "{#uuid}" },
  // As https://www.vultr.com/api/#operation/get-kubernetes-versions answers; the releases are examples.
  {
    types: /^data\.http$/,
    attribute: /^response_body$/,
    value: '{"versions":["v1.36.1+1","v1.35.5+1"]}',
  },
  // Base64 of PEM, unlike what other providers have under these names.
  {
    types: /^vultr_kubernetes$/,
    attribute: /^(client_certificate|cluster_ca_certificate)$/,
    value: "{#base64pem:CERTIFICATE}",
  },
  { types: /^vultr_kubernetes$/, attribute: /^client_key$/, value: "{#base64pem:RSA PRIVATE KEY}" },
  { types: /^vultr_kubernetes$/, attribute: /^endpoint$/, value: "{#uuid}.vultr-k8s.com" },
  { types: /^vultr_kubernetes$/, attribute: /^cluster_subnet$/, value: "10.244.0.0/16" },
  { types: /^vultr_kubernetes$/, attribute: /^service_subnet$/, value: "10.96.0.0/12" },
];

export const VULTR_MAPS: readonly ComputedMap[] = [
  {
    types: /^vultr_container_registry$/,
    attribute: /^root_user$/,
    keys: ["id", "username", "password", "date_created", "date_modified"],
  },
  { types: /^vultr_container_registry$/, attribute: /^storage$/, keys: ["used", "allowed"] },
];
