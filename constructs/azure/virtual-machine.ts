import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { Construct } from "constructs";

export interface VirtualMachineProps {
  /** Name of the machine, of its network interface, and its host name. */
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;

  /** Azure VM size; one of generation 2, which all current B, D and E sizes are. */
  readonly size: string;

  /** GiB of the disk. @default - the image's own, 30 */
  readonly diskGiB?: number | undefined;

  readonly subnetId: string;

  /** The machine's own address, from the subnet. */
  readonly privateAddress: string;

  /** Id of the public address. */
  readonly publicAddressId: string;

  /** Administrator, who signs in with the SSH key; there is no password. */
  readonly adminUsername: string;
  readonly sshPublicKey: string;

  /** Whether programs on it can sign in to Azure, as an identity that has no rights of its own. */
  readonly hasIdentity: boolean;

  /** Whether the temporary disk and the disk caches are encrypted too, where the machine runs. */
  readonly encryptionAtHost: boolean;
}

/** A machine with Ubuntu 24.04, secure boot and a virtual TPM. Without an identity nothing on it speaks to Azure. */
export class VirtualMachine extends Construct {
  readonly id: string;

  /** Whom rights are given to; only where it has an identity. */
  readonly principalId: string;

  constructor(scope: Construct, id: string, props: VirtualMachineProps) {
    super(scope, id);

    const card = new NetworkInterface(this, "Card", {
      name: props.name,
      resourceGroupName: props.resourceGroup,
      location: props.location,
      ipConfiguration: [
        {
          name: "main",
          subnetId: props.subnetId,
          privateIpAddressAllocation: "Static",
          privateIpAddress: props.privateAddress,
          publicIpAddressId: props.publicAddressId,
        },
      ],
    });
    const machine = new LinuxVirtualMachine(this, "Resource", {
      name: props.name,
      computerName: props.name,
      resourceGroupName: props.resourceGroup,
      location: props.location,
      size: props.size,
      networkInterfaceIds: [card.id],
      adminUsername: props.adminUsername,
      adminSshKey: [{ username: props.adminUsername, publicKey: props.sshPublicKey }],
      disablePasswordAuthentication: true,
      // `server` is the image of generation 2, which secure boot needs. Its newest version is taken once, when the
      // machine is made; from then on Ubuntu's own unattended upgrades keep it up to date.
      sourceImageReference: {
        publisher: "Canonical",
        offer: "ubuntu-24_04-lts",
        sku: "server",
        version: "latest",
      },
      osDisk: {
        caching: "ReadWrite",
        storageAccountType: "StandardSSD_LRS",
        ...(props.diskGiB === undefined ? {} : { diskSizeGb: props.diskGiB }),
      },
      secureBootEnabled: true,
      vtpmEnabled: true,
      bootDiagnostics: {}, // the serial console, in storage that Azure keeps: all there is when a machine does not start
      encryptionAtHostEnabled: props.encryptionAtHost,
      ...(props.hasIdentity ? { identity: { type: "SystemAssigned" } } : {}),
      // Azure reads these only when it makes a machine, and the provider would make a new one: an outage for an edited
      // key, or for a colleague's.
      lifecycle: { ignoreChanges: ["admin_ssh_key", "custom_data"] },
    });

    this.id = machine.id;
    this.principalId = machine.identity.principalId;
  }
}
