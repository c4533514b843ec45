import { K3S_ADDRESSES } from "../k3s";
import type { TraitsOf } from "./cloud";

/** A cluster of K3s, on our own machines or made before. */
export const k3sTraits: TraitsOf = () => ({
  ingress: "traefik",
  certificateVolume: "claim",
  cni: "kubernetes",
  registry: undefined,
  registrySecret: undefined,
  proxies: K3S_ADDRESSES.pods,
});
