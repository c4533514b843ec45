import type { Construct } from "constructs";
import { registryPath } from "../../config/clouds/gcp/registry";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { ImageRegistry, mirrorOf } from "../../constructs/gcp/image-registry";
import { useGoogle } from "../../constructs/gcp/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, projectOf } from "./configuration";

export interface RegistryOutputs {
  /** Host and path that images are pushed to. */
  readonly path: string;
  /** Host and path that images of Docker Hub are pulled through. */
  readonly mirror: string;
  /** What Google calls both. */
  readonly repository: string;
  readonly "mirror-repository": string;
}

export interface RegistryStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly region: string;
  readonly network: GcpNetwork;
}

/** `<environment>-registry-<region>`: the images of all workloads, beside the clusters that pull them. */
export class RegistryStack extends PlatformStack<RegistryOutputs> {
  constructor(scope: Construct, { environment, infrastructure, region, network }: RegistryStackProps) {
    super(scope, workspaceName(environment.name, "registry", { region }), stateOf(environment, region));
    const { location } = network;
    useGoogle(this, projectOf(environment, infrastructure), location);

    const { name, protect } = environment;
    const images = new ImageRegistry(this, "Registry", {
      name,
      location,
      ...infrastructure.registry,
      protect,
    });

    const path = (repository: string) => registryPath(infrastructure.projectId, location, repository);
    this.publish({
      path: path(name),
      mirror: path(mirrorOf(name)),
      repository: images.repository,
      "mirror-repository": images.mirror,
    });
  }
}
