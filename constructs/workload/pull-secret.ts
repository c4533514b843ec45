import type { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { Construct } from "constructs";
import { comesFrom, imagesOf } from "../../config/registry";
import type { Workload } from "../../config/schema/environment";
import { variableSecret } from "../kubernetes/variable-secret";
import { secretVariable } from "../secret-variable";
import type { Destination } from "./destination";

type Registry = Pick<Destination, "registry" | "registrySecret">;

/** Holds the credentials where the cluster's registry needs none. */
const OTHERS = "registry";

/** The Secret that a program of a workload is pulled with; none where the node may pull by itself. */
const secretOf = (
  { registry, registrySecret }: Registry,
  { privateImages }: Workload,
  program: { readonly image: string },
): string | undefined => {
  if (privateImages) return registrySecret ?? OTHERS;
  return comesFrom(registry, program) ? registrySecret : undefined;
};

/** What a pod, or its account, names to pull an image: nothing where the node may pull by itself. */
export const pulledWith = (
  destination: Registry,
  workload: Workload,
  program: { readonly image: string },
) => {
  const name = secretOf(destination, workload, program);
  return name === undefined ? {} : { imagePullSecrets: [{ name }] };
};

/** The Secret that images are pulled with, where a workload has such as need it. */
export function pullSecret(
  scope: Construct,
  namespace: string,
  destination: Registry,
  workload: Workload,
): SecretV1[] {
  const name = imagesOf(workload)
    .map((program) => secretOf(destination, workload, program))
    .find((each) => each !== undefined);
  if (name === undefined) return [];
  return [
    variableSecret(scope, "Registry", {
      metadata: { name, namespace },
      type: "kubernetes.io/dockerconfigjson",
      data: {
        ".dockerconfigjson": secretVariable(
          scope,
          "registry_credentials",
          "Docker configuration (JSON) with credentials of the registry that may only pull",
        ),
      },
    }),
  ];
}
