import "../../support/matchers";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { Testing } from "cdktf";
import { VirtualMachine, type VirtualMachineProps } from "../../../constructs/azure/virtual-machine";

const synth = (props: Partial<VirtualMachineProps> = {}) =>
  Testing.synthScope((scope) => {
    new VirtualMachine(scope, "Machine", {
      name: "azure-eu",
      resourceGroup: "azure-eu",
      location: "westeurope",
      size: "Standard_B2s",
      subnetId: "subnet",
      privateAddress: "10.10.0.4",
      publicAddressId: "address",
      adminUsername: "meridian",
      sshPublicKey: "ssh-ed25519 AAAA",
      encryptionAtHost: false,
      hasIdentity: false,
      ...props,
    });
  });

const machineOf = (synthesized: string): Record<string, unknown> =>
  Object.values(JSON.parse(synthesized).resource.azurerm_linux_virtual_machine)[0] as Record<string, unknown>;

it("is reached by an SSH key, never by a password", () => {
  const machine = machineOf(synth());
  expect(machine).toMatchObject({
    disable_password_authentication: true,
    admin_ssh_key: [{ username: "meridian", public_key: "ssh-ed25519 AAAA" }],
  });
  expect(machine).not.toHaveProperty("admin_password");
});

it("has no identity in Azure, and nothing in its custom data or user data", () => {
  for (const key of ["identity", "custom_data", "user_data"])
    expect(machineOf(synth())).not.toHaveProperty(key);
});

it("starts only what is signed, from the Ubuntu image that can do so", () => {
  expect(machineOf(synth())).toMatchObject({
    secure_boot_enabled: true,
    vtpm_enabled: true,
    source_image_reference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server" },
  });
});

it("is not rebuilt for an edited key or custom data", () => {
  expect(machineOf(synth())["lifecycle"]).toEqual({ ignore_changes: ["admin_ssh_key", "custom_data"] });
});

it("encrypts caches where the machine runs, if the subscription may", () => {
  expect(machineOf(synth({ encryptionAtHost: true }))).toHaveProperty("encryption_at_host_enabled", true);
});

it("keeps its private and its public address", () => {
  expect(synth()).toHaveResourceWithProperties(NetworkInterface, {
    ip_configuration: [
      {
        name: "main",
        subnet_id: "subnet",
        private_ip_address: "10.10.0.4",
        private_ip_address_allocation: "Static",
        public_ip_address_id: "address",
      },
    ],
  });
});
