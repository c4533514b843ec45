import { AWS } from "./aws/rules";
import { AZURE } from "./azure/rules";
import { CLOUDFLARE } from "./cloudflare/rules";
import { GCP } from "./gcp/rules";
import { KOPS } from "./kops/rules";
import { KUBERNETES } from "./kubernetes/rules";
import { RANDOM } from "./random/rules";
import type { CloudRules } from "./rules/cloud-rules";
import { TLS } from "./tls/rules";
import { VULTR } from "./vultr/rules";

/** Every cloud that the rehearsal knows. A new one is a folder of its name and a line here. */
export const CLOUDS: readonly CloudRules[] = [
  AZURE,
  AWS,
  CLOUDFLARE,
  GCP,
  KOPS,
  KUBERNETES,
  RANDOM,
  TLS,
  VULTR,
];
