import type { EnvironmentInput } from "../../../config/schema/environment";
import { PROVIDER_VERSIONS } from "../../../stacks/workspace/provider-versions";
import { environment, type Output, synthesizeToMemory } from "../../support/synth";

const synth = (change?: (input: EnvironmentInput) => void) =>
  synthesizeToMemory([environment("azure", change)]);

describe("the workspaces of azure", () => {
  const output = synth();

  it("are these, and each comes after those that it reads", () => {
    const edges = Object.entries(output.dependencies).map(([id, before]) =>
      `${id} <- ${before.join(" ")}`.trim(),
    );
    expect(edges.join("\n")).toMatchInlineSnapshot(`
      "azure-api-deploy-eu <- azure-k3s-node-eu azure-pki azure-dns
      azure-api-deploy-us <- azure-k3s-node-us azure-pki azure-dns
      azure-dns <- azure-network-eu azure-network-us
      azure-global-lb <- azure-k3s-node-lb azure-network-eu azure-network-us azure-dns azure-pki
      azure-k3s-node-eu <- azure-network-eu
      azure-k3s-node-lb <- azure-network-eu
      azure-k3s-node-us <- azure-network-us azure-network-eu
      azure-monitoring-eu <- azure-k3s-node-eu azure-pki
      azure-monitoring-lb <- azure-k3s-node-lb
      azure-monitoring-us <- azure-k3s-node-us azure-pki
      azure-network-eu <-
      azure-network-us <-
      azure-pki <-"
    `);
  });

  it("make the entry point wait for no API", () => {
    expect(output.dependencies["azure-global-lb"]).not.toContainEqual(expect.stringContaining("api-deploy"));
  });
});

describe("a third region", () => {
  const before = synth();
  const after = synth(({ regions }) => {
    regions["ap"] = {
      network: {
        kind: "azure",
        location: "southeastasia",
        cidr: "10.30.0.0/16",
      },
      countries: ["SG"],
      clusters: { ap: { kind: "k3s", role: "api" } },
    };
  });
  const added = Object.keys(after.workspaces).filter((id) => !(id in before.workspaces));
  const differs = (id: string) =>
    JSON.stringify(before.workspaces[id]) !== JSON.stringify(after.workspaces[id]);

  it("is one entry, and brings its own network, node, API and monitoring", () => {
    expect(added.sort()).toEqual([
      "azure-api-deploy-ap",
      "azure-k3s-node-ap",
      "azure-monitoring-ap",
      "azure-network-ap",
    ]);
  });

  it("changes those only that know of every region, and no network, node or API of another", () => {
    const changed = Object.keys(before.workspaces).filter(differs);
    expect(changed.sort()).toEqual(["azure-dns", "azure-global-lb", "azure-monitoring-lb", "azure-pki"]);
  });
});

describe("a second cluster in a region", () => {
  it("leaves the addresses of the others where they are", () => {
    const subnets = ({ workspaces }: Output) =>
      Object.values(workspaces["azure-network-us"]?.resource?.["azurerm_subnet"] ?? {}).map((subnet) => [
        subnet["name"],
        subnet["address_prefixes"],
      ]);
    const more = synth(({ regions }) => {
      if (regions["us"]) regions["us"].clusters["us-2"] = { kind: "k3s", role: "api" };
    });
    expect(subnets(synth())).toEqual([["us", ["10.20.0.0/20"]]]);
    expect(subnets(more).sort()).toEqual([
      ["us", ["10.20.0.0/20"]],
      ["us-2", ["10.20.16.0/20"]],
    ]);
  });
});

describe("provider versions", () => {
  const versions = Object.entries(synth().workspaces).map(([id, { terraform }]) => ({
    id,
    providers: terraform.required_providers,
  }));

  it.each(Object.entries(PROVIDER_VERSIONS))(
    "%s is asked for wherever it is used",
    (provider, { version }) => {
      const users = versions.filter(({ providers }) => provider in providers);
      expect(users.length).toBeGreaterThan(0);
      for (const { id, providers } of users)
        expect({ id, ...providers[provider] }).toMatchObject({ id, version });
    },
  );

  it("say nothing of a provider where it is not used", () => {
    const pki = versions.find(({ id }) => id === "azure-pki");
    expect(Object.keys(pki?.providers ?? {})).toEqual(["tls"]);
  });

  it("stay those of the bindings otherwise", () => {
    const pki = versions.find(({ id }) => id === "azure-pki");
    expect(pki?.providers["tls"]?.version).toBe("4.1.0");
  });

  it("are the same in HCL", () => {
    const { files } = synthesizeToMemory([environment("azure")], { hcl: true });
    const dns = files["stacks/azure-dns/cdk.tf"] ?? "";
    for (const { version } of Object.values(PROVIDER_VERSIONS))
      expect(dns).toContain(`version = "${version}"`);
  });
});
