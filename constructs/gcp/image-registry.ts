import { ArtifactRegistryRepository } from "@cdktf/provider-google/lib/artifact-registry-repository";
import { Construct } from "constructs";

export interface ImageRegistryProps {
  /** Google's name of the region. */
  readonly location: string;
  /** Name of the repository of our own images. */
  readonly name: string;
  /** How many versions of an image are kept. */
  readonly keepImages: number;
  /** Whether Terraform refuses to destroy it, and all images with it. */
  readonly protect: boolean;
}

/** Days that an image without a tag is kept: what an interrupted push leaves. */
const UNTAGGED = "14d";

/** The repository that images of Docker Hub are pulled through. */
export const mirrorOf = (name: string): string => `${name}-docker-hub`;

/** A repository for our own images, whose tags stay where they are, and one that keeps what was pulled from Docker Hub. */
export class ImageRegistry extends Construct {
  /** Ids of the two. */
  readonly repository: string;
  readonly mirror: string;

  constructor(scope: Construct, id: string, props: ImageRegistryProps) {
    super(scope, id);
    const { name, location } = props;
    this.repository = new ArtifactRegistryRepository(this, "Resource", {
      repositoryId: name,
      location,
      format: "DOCKER",
      dockerConfig: { immutableTags: true },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" }, // on wherever the project has the API on
      cleanupPolicies: [
        { id: "keep-newest", action: "KEEP", mostRecentVersions: { keepCount: props.keepImages } },
        { id: "keep-running", action: "KEEP", condition: { tagState: "TAGGED", tagPrefixes: ["running-"] } },
        { id: "untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: UNTAGGED } },
        { id: "older", action: "DELETE", condition: { tagState: "ANY", olderThan: UNTAGGED } },
      ],
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    }).repositoryId;
    this.mirror = new ArtifactRegistryRepository(this, "DockerHub", {
      repositoryId: mirrorOf(name),
      location,
      format: "DOCKER",
      mode: "REMOTE_REPOSITORY",
      remoteRepositoryConfig: { dockerRepository: { publicRepository: "DOCKER_HUB" } },
      vulnerabilityScanningConfig: { enablementConfig: "INHERITED" },
    }).repositoryId;
  }
}
