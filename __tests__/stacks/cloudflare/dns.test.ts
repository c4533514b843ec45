import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

describe("a Cloudflare zone before clusters that exist already", () => {
  const { workspaces, dependencies } = synthesizeToMemory([
    environment("local", (input) => {
      input.dns = { kind: "cloudflare", zoneId: "0".repeat(32) };
    }),
  ]);
  const dns = workspaces["local-dns"];

  it("gives them names, the balancer's through Cloudflare", () => {
    const records = resourcesOf(dns, "cloudflare_dns_record");
    expect(records.map(({ name, content, proxied }) => [name, content, proxied])).toEqual(
      expect.arrayContaining([
        ["api.us", "192.168.56.10", false],
        ["api.eu", "192.168.56.11", false],
        ["api.lb", "192.168.56.12", true],
      ]),
    );
    expect(records).toHaveLength(3);
  });

  it("leaves the zone's settings alone unless it is told to manage them", () => {
    expect(resourcesOf(dns, "cloudflare_zone_setting")).toEqual([]);
  });

  it("has no cloud to open a port in, and asks for no provider of one", () => {
    expect(Object.keys(dns?.provider ?? {}).sort()).toEqual(["cloudflare", "tls"]);
  });

  it("proves the balancer by Cloudflare's certificate: the platform's CA certifies the regions alone", () => {
    expect(Object.keys(workspaces["local-pki"]?.output ?? {}).sort()).toEqual([
      "ca",
      "eu-certificate",
      "eu-key",
      "us-certificate",
      "us-key",
    ]);
    expect(dependencies["local-global-lb"]).toContain("local-dns");
  });
});
