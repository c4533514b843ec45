import { VirtualMachineExtension } from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import { Fn } from "cdktf";
import { Construct } from "constructs";

export interface ScriptExtensionProps {
  readonly name: string;

  /** Id of the machine. It can have one script only. */
  readonly machineId: string;

  /** The script, base64 of at most 256 KB. May hold secrets. */
  readonly script: string;

  /** Minutes that the script may take; Azure itself stops it after 90. */
  readonly timeoutMinutes: number;
}

/**
 * Runs a script as root on a machine, and again whenever it changes. The apply waits for its end and fails with its last
 * lines. The script travels encrypted, and Azure never returns it: unlike custom data, which every program on the machine
 * and every reader of the subscription can see (https://github.com/Azure/custom-script-extension-linux).
 */
export class ScriptExtension extends Construct {
  constructor(scope: Construct, id: string, props: ScriptExtensionProps) {
    super(scope, id);
    const timeout = `${props.timeoutMinutes}m`;

    new VirtualMachineExtension(this, "Resource", {
      name: props.name,
      virtualMachineId: props.machineId,
      publisher: "Microsoft.Azure.Extensions",
      type: "CustomScript",
      typeHandlerVersion: "2.1",
      autoUpgradeMinorVersion: true,
      protectedSettings: Fn.jsonencode({ script: props.script }),
      timeouts: { create: timeout, update: timeout },
    });
  }
}
