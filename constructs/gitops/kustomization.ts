import { environmentMapOf } from "../../config/composed-names";
import { repositoryOf } from "../../config/registry";
import type { Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";

/** A file that Kustomize reads (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export interface Kustomization {
  readonly apiVersion: "kustomize.config.k8s.io/v1beta1" | "kustomize.config.k8s.io/v1alpha1";
  readonly kind: "Kustomization" | "Component";
  readonly resources?: readonly string[];
  readonly patches?: readonly { readonly path: string }[];
  readonly components?: readonly string[];
  readonly images?: readonly Image[];
  readonly replacements?: readonly Replacement[];
}

/** What takes the place of an image in all objects. */
export interface Image {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

interface Replacement {
  readonly source: { readonly kind: string; readonly name: string; readonly fieldPath: string };
  readonly targets: readonly {
    readonly select: { readonly kind: string; readonly name: string };
    readonly fieldPaths: readonly string[];
  }[];
}

/** Lists files, in a folder. */
export const listing = (resources: readonly string[]): Kustomization => ({
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  resources,
});

export interface Files {
  /** What the folder is made of, from there. */
  readonly resources: readonly string[];

  /** What the objects have in this folder besides. */
  readonly patches: readonly string[];

  /** Where the component with the versions is. */
  readonly versions: string;

  /** What stands before the names of images of the cluster's own registry. */
  readonly registry: string;
}

/**
 * Puts the images' versions into a workload's objects, the cluster's own registry before them, and the result into the
 * variables that tell a program what it runs.
 */
export const workloadKustomization = (
  workload: Workload,
  { resources, patches, versions, registry }: Files,
): Kustomization => {
  const regional = workload.services.flatMap(({ image }) => repositoryOf(image) ?? []);
  const replacements = workload.services.flatMap((service) => imageVariables(service));
  return {
    ...listing(resources),
    ...(patches.length > 0 ? { patches: patches.map((path) => ({ path })) } : {}),
    components: [versions],
    ...(regional.length > 0
      ? {
          images: [...new Set(regional)].map((name) => ({
            name,
            newName: `${registry}/${name}`,
          })),
        }
      : {}),
    ...(replacements.length > 0 ? { replacements } : {}),
  };
};

const imageVariables = ({ name, env }: Workload["services"][number]): readonly Replacement[] => {
  const variables = Object.keys(env).filter((variable) => env[variable] === "{image}");
  if (variables.length === 0) return [];
  return [
    {
      source: {
        kind: "Deployment",
        name,
        fieldPath: `spec.template.spec.containers.[name=${name}].image`,
      },
      targets: [
        {
          select: { kind: "ConfigMap", name: environmentMapOf(name) },
          fieldPaths: variables.map((variable) => `data.${variable}`),
        },
      ],
    },
  ];
};

/** The file with what an object has in one cluster besides. */
export const patchFileOf = (object: KubernetesObject): string => `patch-${fileOf(object)}`;

/** The file that an object stands in. */
export const fileOf = ({ kind, metadata }: KubernetesObject): string =>
  `${kind.toLowerCase()}-${metadata.name}.yaml`;
