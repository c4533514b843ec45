import type { Construct } from "constructs";
import { homeRegionOf } from "../../config/clouds/aws/home";
import { registryHost } from "../../config/clouds/aws/registry";
import { workspaceName } from "../../config/names";
import { imagesOf, repositoryOf } from "../../config/registry";
import type { Environment } from "../../config/schema/environment";
import { ImageRegistry } from "../../constructs/aws/image-registry";
import { useAws } from "../../constructs/aws/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, homeOf, networksOf } from "./configuration";

export interface RegistryOutputs {
  /** Host of the registry that images are pushed to. */
  readonly host: string;
}

export interface RegistryStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;

  /** Whether the workspace's name ends in that of the region where images are pushed. */
  readonly namedByRegion: boolean;
}

/** `<environment>-registry[-<region>]`: repositories for the images of all workloads, in every region. */
export class RegistryStack extends PlatformStack<RegistryOutputs> {
  constructor(scope: Construct, { environment, infrastructure, namedByRegion }: RegistryStackProps) {
    super(
      scope,
      workspaceName(environment.name, "registry", namedByRegion ? { region: homeRegionOf(environment) } : {}),
      environment.state,
    );
    const home = homeOf(environment);
    useAws(this, accountOf(environment, infrastructure), home);

    const { accountId, registry } = infrastructure;
    new ImageRegistry(this, "Registry", {
      accountId,
      repositories: repositoriesOf(environment),
      home,
      copies: [...networksOf(environment).values()]
        .map(({ location }) => location)
        .filter((location) => location !== home),
      keepImages: registry.keepImages,
    });

    this.publish({ host: registryHost(accountId, home) });
  }
}

/** The repositories of all images that come from the environment's own registry, each once. */
export const repositoriesOf = ({ workloads }: Pick<Environment, "workloads">): readonly string[] => [
  ...new Set(workloads.flatMap(imagesOf).flatMap(({ image }) => repositoryOf(image) ?? [])),
];
