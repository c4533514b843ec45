import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { ImageRegistry } from "../../constructs/vultr/image-registry";
import { useVultr } from "../../constructs/vultr/provider";
import { PlatformStack, sensitive } from "../workspace/platform-stack";
import type { VultrInfrastructure } from "./configuration";

export interface RegistryOutputs {
  /** Who may do everything in the registry. Clusters and pipelines get credentials of their own, which can do less. */
  readonly "root-user": string;
  /** Sensitive. */
  readonly "root-password": string;
}

export interface RegistryStackProps {
  readonly environment: Environment;
  readonly infrastructure: VultrInfrastructure;
}

/** `<environment>-registry`: the private registry of the images of all workloads. */
export class RegistryStack extends PlatformStack<RegistryOutputs> {
  constructor(scope: Construct, { environment, infrastructure }: RegistryStackProps) {
    super(scope, workspaceName(environment.name, "registry"), environment.state);
    useVultr(this);

    const registry = new ImageRegistry(this, "Registry", {
      ...infrastructure.registry,
      protect: environment.protect,
    });

    this.publish({
      "root-user": registry.rootUser.name,
      "root-password": sensitive(registry.rootUser.password),
    });
  }
}
