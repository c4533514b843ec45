import type { EnvironmentInput } from "../../../config/schema/environment";
import { admits, rulesOf } from "../../support/firewall";
import { trace } from "../../support/remote-state";
import { environment, synthesizeToMemory } from "../../support/synth";

/** Every way in which a rule can name its callers. */
const CALLERS = {
  anybody: ["Internet"],
  "an operator": ["203.0.113.7/32", "Internet"],
  Cloudflare: ["${data.cloudflare_ip_ranges.Ranges.ipv4_cidrs}", "Internet"],
  "the balancer": ["azure-lb's ip_address", "Internet"],
  "the other region's node": ["azure-us's ip_address", "Internet"],
  "a machine of the same network": ["VirtualNetwork"],
  "Azure's load balancers": ["AzureLoadBalancer"],
} as const;

/** SSH, HTTP, HTTPS, the Kubernetes API, the kubelet, Traefik's metrics, a node port. */
const PORTS = [22, 80, 443, 6443, 10250, 9100, 30000];

const rules = (change?: (input: EnvironmentInput) => void) =>
  rulesOf(synthesizeToMemory([environment("azure", change)]));

const reach = (change?: (input: EnvironmentInput) => void) => {
  const all = rules(change);
  return ["azure-eu", "azure-lb", "azure-us"].flatMap((group) =>
    Object.entries(CALLERS).flatMap(([name, caller]) => {
      const open = PORTS.filter((port) => admits(all, group, caller, port));
      return open.length > 0 ? [`${name} -> ${group}: ${open.join(" ")}`] : [];
    }),
  );
};

const withHttp01 = (input: EnvironmentInput): void => {
  input.certificates = { kind: "letsencrypt", email: "a@example.com", challenge: "http-01" };
};

describe("who reaches which port", () => {
  it("is this, and nothing else", () => {
    expect(reach()).toEqual([
      "an operator -> azure-eu: 22 6443",
      "the balancer -> azure-eu: 443",
      "an operator -> azure-lb: 22 6443",
      "Cloudflare -> azure-lb: 443",
      "an operator -> azure-us: 22 6443",
      "the balancer -> azure-us: 443",
    ]);
  });

  it("changes for HTTP-01 alone: port 80 of the regions, not of the balancer", () => {
    const gained = reach(withHttp01).filter((line) => / 80\b/.test(line));
    expect(gained.filter((line) => line.startsWith("anybody"))).toEqual([
      "anybody -> azure-eu: 80",
      "anybody -> azure-us: 80",
    ]);
    expect(gained.filter((line) => line.includes("azure-lb:"))).toEqual([]);
    expect(
      reach(withHttp01)
        .map((line) => line.replace(/ 80\b/, ""))
        .filter((line) => !line.endsWith(":")),
    ).toEqual(reach());
  });
});

describe("with a second balancer", () => {
  const all = rules((input) => {
    Object.assign(input.regions["us"]?.clusters ?? {}, { lb2: { kind: "k3s", role: "edge" } });
  });

  it("admits Cloudflare to both, and both to every region", () => {
    for (const group of ["azure-lb", "azure-lb2"])
      expect(admits(all, group, CALLERS.Cloudflare, 443)).toBe(true);
    for (const group of ["azure-eu", "azure-us"])
      for (const balancer of ["lb", "lb2"])
        expect(admits(all, group, [`azure-${balancer}'s ip_address`, "Internet"], 443)).toBe(true);
    expect(admits(all, "azure-lb2", CALLERS.anybody, 443)).toBe(false);
  });
});

describe("the rules", () => {
  const all = rules(withHttp01);

  it("say why they exist, in what Azure stores", () => {
    for (const { name, description } of all) {
      expect({ name, length: description?.length ?? 0 }).toEqual({ name, length: expect.any(Number) });
      expect(description).toMatch(/^.{10,140}$/);
    }
  });

  it("have a priority of their own in each group, within Azure's bounds", () => {
    const places = all.map(({ group, priority }) => `${group} ${priority}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { priority } of all) {
      expect(priority).toBeGreaterThanOrEqual(100);
      expect(priority).toBeLessThanOrEqual(4096);
    }
  });

  it.each(["eu", "us"])("guard the subnet of every node of %s, each by its own group", (region) => {
    const output = synthesizeToMemory([environment("azure")]);
    const id = `azure-network-${region}`;
    const { resource = {} } = output.workspaces[id] ?? {};
    const nameOf = (reference: unknown) => trace(output, id, String(reference).replace(/\.id\}$/, ".name}"));
    const guards = Object.values(resource["azurerm_subnet_network_security_group_association"] ?? {});
    const subnets = Object.values(resource["azurerm_subnet"] ?? {}).map(({ name }) => name);
    expect(
      guards.map((guard) => [nameOf(guard["subnet_id"]), nameOf(guard["network_security_group_id"])]),
    ).toEqual(subnets.map((subnet) => [subnet, `azure-${subnet}`]));
    expect(subnets.length).toBeGreaterThan(0);
  });
});
