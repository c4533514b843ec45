import type { EnvironmentInput } from "../../../config/schema/environment";
import { only } from "../../support/aws";
import { environment, synthesizeToMemory } from "../../support/synth";

const remotely = (input: EnvironmentInput): void => {
  input.state = {
    kind: "azurerm",
    location: "northeurope",
    resourceGroup: "meridian-state",
    storageAccount: "meridianstate",
  };
};

describe("state in files", () => {
  const { workspaces } = synthesizeToMemory([environment("azure")]);

  it("needs no storage", () => {
    expect(Object.keys(workspaces)).not.toContain("state-azure");
  });

  it("is one file for each workspace", () => {
    for (const [id, { terraform }] of Object.entries(workspaces))
      expect(terraform.backend).toEqual({ local: { path: `../../../state/${id}.tfstate` } });
  });
});

describe("state in a storage account", () => {
  const { workspaces, dependencies } = synthesizeToMemory([
    environment("azure", (input) => {
      remotely(input);
      Object.assign(input.infrastructure, { flowLogs: { storagePrefix: "exampleflows", keepDays: 7 } });
    }),
  ]);
  const { "state-azure": storage, ...others } = workspaces;

  it("has logs of a network's connections in an account of their own, which only operators and Azure reach", () => {
    const network = others["azure-network-us"];
    expect(only(network, "azurerm_storage_account")).toMatchObject({
      name: "exampleflowsus",
      network_rules: { default_action: "Deny", bypass: ["AzureServices"], ip_rules: ["203.0.113.7"] },
    });
    expect(only(network, "azurerm_network_watcher_flow_log")).toMatchObject({
      network_watcher_name: "NetworkWatcher_centralus",
      target_resource_id: expect.stringMatching(/^\$\{azurerm_virtual_network\.\w+\.id\}$/),
      retention_policy: { enabled: true, days: 7 },
    });
  });

  it("is one blob for each workspace, reached by a person's own name", () => {
    for (const [id, { terraform }] of Object.entries(others))
      expect(terraform.backend).toEqual({
        azurerm: {
          resource_group_name: "meridian-state",
          storage_account_name: "meridianstate",
          container_name: "tfstate",
          key: `${id}.tfstate`,
          use_azuread_auth: true,
        },
      });
  });

  it("is read where it is kept", () => {
    const readers = Object.values(others).flatMap(({ data }) =>
      Object.entries(data?.["terraform_remote_state"] ?? {}),
    );
    expect(readers.length).toBeGreaterThan(0);
    for (const [producer, reader] of readers)
      expect(reader).toMatchObject({
        backend: "azurerm",
        config: { key: `${producer}.tfstate`, use_azuread_auth: true },
      });
  });

  it("lies in storage whose own state is a file: it cannot lie in itself", () => {
    expect(storage?.terraform.backend).toEqual({ local: { path: "../../../state/state-azure.tfstate" } });
    expect(storage?.output).toEqual({
      bucket: { value: expect.stringMatching(/primary_blob_endpoint\}tfstate$/) },
    });
  });

  it("is made and destroyed apart from the rest", () => {
    expect(dependencies["state-azure"]).toEqual([]);
    for (const before of Object.values(dependencies)) expect(before).not.toContain("state-azure");
  });

  it("is stored where the configuration says, for the operators that it names", () => {
    const [account] = Object.values(storage?.resource?.["azurerm_storage_account"] ?? {});
    expect(account).toMatchObject({
      name: "meridianstate",
      location: "northeurope",
      network_rules: { ip_rules: ["203.0.113.7"] },
    });
  });

  it("asks Azure for nothing that keys would open", () => {
    expect(storage?.provider?.["azurerm"]).toMatchObject([
      { storage_use_azuread: true, features: [{ storage: [{ data_plane_available: false }] }] },
    ]);
  });
});
