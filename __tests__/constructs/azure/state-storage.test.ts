import { Testing } from "cdktf";
import { StateStorage, type StateStorageProps } from "../../../constructs/azure/state-storage";

const ALICE = "11111111-1111-1111-1111-111111111111";

const synth = (props: Partial<StateStorageProps> = {}) =>
  JSON.parse(
    Testing.synthScope((scope) => {
      new StateStorage(scope, "Storage", {
        location: "westeurope",
        resourceGroup: "meridian-state",
        account: "meridianstate",
        container: "tfstate",
        operatorCidrs: ["203.0.113.7/32"],
        principals: [],
        protect: false,
        ...props,
      });
    }),
  ).resource as Record<string, Record<string, Record<string, unknown>>>;

const only = (resources: Record<string, Record<string, unknown>> | undefined) => {
  expect(Object.keys(resources ?? {})).toHaveLength(1);
  return Object.values(resources ?? {})[0];
};

it("is private: no keys, no anonymous reader, no network but the operators'", () => {
  expect(only(synth()["azurerm_storage_account"])).toMatchObject({
    shared_access_key_enabled: false,
    allow_nested_items_to_be_public: false,
    local_user_enabled: false,
    cross_tenant_replication_enabled: false,
    network_rules: { default_action: "Deny", bypass: ["None"], ip_rules: ["203.0.113.7"] },
  });
  expect(only(synth()["azurerm_storage_container"])).toMatchObject({ container_access_type: "private" });
});

it("is encrypted twice at rest, and by TLS 1.2 on its way", () => {
  expect(only(synth()["azurerm_storage_account"])).toMatchObject({
    infrastructure_encryption_enabled: true,
    min_tls_version: "TLS1_2",
    https_traffic_only_enabled: true,
  });
});

it("brings back what was overwritten or deleted in the last 90 days", () => {
  expect(only(synth()["azurerm_storage_account"])?.["blob_properties"]).toEqual({
    versioning_enabled: true,
    delete_retention_policy: { days: 90 },
    container_delete_retention_policy: { days: 90 },
  });
});

it("lets its maker and the named principals write, on this account only", () => {
  const roles = Object.values(synth({ principals: [ALICE] })["azurerm_role_assignment"] ?? {});
  expect(roles.map((role) => role["principal_id"])).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\$\{data\.azurerm_client_config\..+\.object_id\}$/),
      ALICE,
    ]),
  );
  expect(roles).toHaveLength(2);
  for (const role of roles) {
    expect(role).toMatchObject({
      role_definition_name: "Storage Blob Data Contributor",
      scope: expect.stringMatching(/^\$\{azurerm_storage_account\./),
    });
  }
});

it("does not take the right from its maker when a colleague applies", () => {
  const [maker] = Object.values(synth()["azurerm_role_assignment"] ?? {});
  expect(maker?.["lifecycle"]).toEqual({ ignore_changes: ["principal_id"] });
});

it("refuses to be destroyed where the environment is protected", () => {
  const kinds = ["azurerm_resource_group", "azurerm_storage_account", "azurerm_storage_container"];
  for (const kind of kinds) {
    expect(only(synth()[kind])).not.toHaveProperty("lifecycle");
    expect(only(synth({ protect: true })[kind])).toHaveProperty("lifecycle.prevent_destroy", true);
  }
});
