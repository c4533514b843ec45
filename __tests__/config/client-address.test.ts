import type { Socket } from "node:net";
import { ClientAddresses } from "../../app/server/client-address";
import { parseSettings } from "../../app/src/settings";
import { traitsOf } from "../../config/clouds";
import { environments } from "../../config/environments";
import { parseEnvironment } from "../../config/parse";
import { clustersWithRole } from "../../config/topology";
import { variablesIn } from "../../constructs/workload/destination";
import { onlyService, PLACE } from "../support/workload";

/** A pod in the network of a shipped region. */
function podIn(region: "west" | "central"): string {
  const network = environments.aws.regions[region]?.network;
  if (network === undefined) throw new Error(`aws has no network in ${region}`);
  return network.cidr.replace(/\d+\.\d+\/\d+$/, "3.4");
}

/** Whom the API of a shipped environment writes into its log for a call. */
function logged(name: keyof typeof environments, cluster: string, peer: string, headers: object): string {
  const environment = parseEnvironment(environments[name], name);
  const placed = clustersWithRole(environment, "api").find((one) => one.name === cluster);
  if (placed === undefined) throw new Error(`${name} has no cluster ${cluster}`);
  const [workload] = environment.workloads;
  if (workload === undefined) throw new Error(`${name} has no workload`);
  const destination = { ...PLACE, ...traitsOf(environment, placed) };
  const settings = parseSettings([], variablesIn(destination, onlyService(workload)));
  const addresses = new ClientAddresses(settings["trusted-proxies"], settings["client-address-header"]);
  const socket = { remoteAddress: peer, remotePort: 4711 } as Socket;
  return addresses.client(addresses.peer(socket, socket), { headers: { ...headers } });
}

describe("the log of the API in azure", () => {
  // What the balancer writes into X-Forwarded-For is an address of Cloudflare's.
  const headers = { "cf-connecting-ip": "198.51.100.9", "x-forwarded-for": "173.245.48.1" };

  it("has the caller that Cloudflare names, through the pod of the region's Traefik", () => {
    expect(logged("azure", "us", "10.42.0.8", headers)).toBe("198.51.100.9");
  });

  it("believes nobody else", () => {
    expect(logged("azure", "us", "10.20.0.4", headers)).toBe("10.20.0.4");
  });
});

describe("the log of the API in aws", () => {
  it("has the caller that the gateway saw, and not what the caller claims", () => {
    const headers = { "x-forwarded-for": "1.1.1.1, 198.51.100.9" };
    expect(logged("aws", "west", podIn("west"), headers)).toBe("198.51.100.9");
  });

  it("has the caller that an application load balancer saw before the gateway", () => {
    const headers = { "x-forwarded-for": `198.51.100.9, ${podIn("central")}` };
    expect(logged("aws", "central", podIn("central"), headers)).toBe("198.51.100.9");
  });

  it("believes pods of its own region alone", () => {
    const peer = podIn("central");
    expect(logged("aws", "west", peer, { "x-forwarded-for": "198.51.100.9" })).toBe(peer);
  });
});
