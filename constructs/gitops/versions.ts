import { parseDocument } from "yaml";
import { imageNameOf } from "../../config/registry";
import type { Workload } from "../../config/schema/environment";
import type { Image, Kustomization } from "./kustomization";

/** No image has this digest: it stands where none has been pushed yet. */
export const NO_DIGEST = `sha256:${"0".repeat(64)}`;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * The file with the versions of the images as it is first written. Afterwards it belongs to the pipeline that
 * pushes images, which changes it by `kustomize edit set image`.
 */
export const firstVersions = (workloads: readonly Workload[]): Kustomization => ({
  apiVersion: "kustomize.config.k8s.io/v1alpha1",
  kind: "Component",
  images: imagesOf(workloads).map(([name, digest]) => ({ name, digest: digest ?? NO_DIGEST })),
});

const imagesOf = (workloads: readonly Workload[]): readonly (readonly [string, string | undefined])[] => [
  ...new Map(
    workloads
      .flatMap(({ services }) => services)
      .map(({ image }) => [imageNameOf(image), image.split("@")[1]] as const),
  ),
];

/** What keeps the clusters from running exactly the images that were meant. */
export interface VersionProblem {
  readonly image: string;
  readonly message: string;
  /** Whether no image has been pushed yet, which is how every tree begins. */
  readonly isFirst: boolean;
}

/** Whether a file names one exact version of every image. */
export function versionProblems(workloads: readonly Workload[], file: string): readonly VersionProblem[] {
  const document = parseDocument(file);
  const [error] = document.errors;
  const { images = [] } = (error ? {} : (document.toJS() ?? {})) as { images?: readonly Image[] };
  return imagesOf(workloads).flatMap(([name]) => {
    const problem = error
      ? `the file is no YAML (${error.message.split("\n")[0]})`
      : problemOf(images.find((image) => image.name === name));
    return problem === undefined
      ? []
      : [
          {
            image: name,
            message: `${problem}; expected a digest, set by 'kustomize edit set image ${name}=${name}@sha256:<digest>'`,
            isFirst: problem === NOT_PUSHED,
          },
        ];
  });
}

const NOT_PUSHED = "no image has been pushed yet";

function problemOf(image: Image | undefined): string | undefined {
  if (image === undefined) return "has no entry";
  const { digest, newTag, newName, name } = image;
  if (digest === NO_DIGEST) return NOT_PUSHED;
  if (digest === undefined) return newTag === undefined ? "has no digest" : `has only the tag "${newTag}"`;
  if (!DIGEST.test(digest)) return `has the digest "${digest}", which is none`;
  if (newName !== undefined && newName !== name) {
    return `is renamed to "${newName}", which the clusters' own registries do not know`;
  }
  return undefined;
}
