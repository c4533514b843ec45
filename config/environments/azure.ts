import { defineEnvironment } from "../define";
import { documentation } from "../documentation";
import { api } from "../workloads/api";

/**
 * K3s on Azure behind Cloudflare and a Traefik that routes by country. What belongs to one team stands here as a
 * documentation value: replace it in `azure.overlay.ts` (`azure.overlay.example.ts` shows how), not here.
 */
export default defineEnvironment({
  name: "azure",
  domain: documentation("example.com"),
  infrastructure: {
    kind: "azure",
    subscriptionId: documentation("00000000-0000-0000-0000-000000000000"),
    sshPublicKey: documentation(
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA you@example.com",
    ),
    operatorCidrs: [documentation("203.0.113.7/32")],
  },
  dns: { kind: "cloudflare", zoneId: documentation("00000000000000000000000000000000") },
  regions: {
    eu: {
      network: { kind: "azure", location: "westeurope", cidr: "10.10.0.0/16" },
      clusters: { eu: { kind: "k3s", role: "api" }, lb: { kind: "k3s", role: "edge" } },
    },
    us: {
      network: { kind: "azure", location: "centralus", cidr: "10.20.0.0/16" },
      countries: "americas-26",
      clusters: { us: { kind: "k3s", role: "api" } },
    },
  },
  balancer: { kind: "traefik", routing: { kind: "geo", defaultRegion: "eu" } },
  workloads: [
    {
      ...api,
      services: api.services.map((service) => ({
        ...service,
        image: documentation("ghcr.io/meridian-platform/api:0.1.0"), // of a registry that is yours
        // Who calls, for the API's log: Cloudflare says it, and every request to a region comes through Cloudflare.
        env: {
          ...service.env,
          API_TRUSTED_PROXIES: "{proxies}",
          API_CLIENT_ADDRESS_HEADER: "cf-connecting-ip",
        },
      })),
    },
  ],
});
