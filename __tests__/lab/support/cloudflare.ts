/** The balancer as `azure` runs it: configured for countries, and closed to everyone but Cloudflare. */
import type { Target } from "../../../lab/traffic/client";
import { azureValues, configureBalancer, restoreBalancer, setClientAuthority, type Values } from "./balancer";
import { allRegionsUp, balancer, issueAuthority, issueCertificate, type Pair } from "./platform";

export interface Cloudflare {
  /** The balancer, seen by the only caller with a certificate that it asks for. */
  readonly target: Target;
  /** What that certificate comes from. */
  readonly originPulls: Pair;
}

/** Gives the balancer `azure`'s configuration, and returns what stands for Cloudflare. */
export async function behindCloudflare(values: Values = azureValues()): Promise<Cloudflare> {
  const originPulls = await issueAuthority("origin pulls");
  const client = await issueCertificate(originPulls, "cloudflare", 24, ["digital_signature", "client_auth"]);
  await setClientAuthority(originPulls);
  await configureBalancer(values);
  await allRegionsUp();
  return { target: { ...balancer, client }, originPulls };
}

/** The balancer as Terraform installed it, open to everyone again. */
export async function withoutCloudflare(): Promise<void> {
  await restoreBalancer();
  await setClientAuthority(undefined);
  await allRegionsUp();
}
