import type { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { Construct } from "constructs";
import { comesFrom, imagesOf } from "../../config/registry";
import type { Workload } from "../../config/schema/environment";
import { variableSecret } from "../kubernetes/variable-secret";
import { secretVariable } from "../secret-variable";
import type { Destination } from "./destination";

type Registry = Pick<Destination, "registry" | "registrySecret">;

/** What a pod, or its account, names to pull an image: nothing where the node may pull by itself. */
export const pulledWith = ({ registry, registrySecret }: Registry, program: { readonly image: string }) =>
  registrySecret !== undefined && comesFrom(registry, program)
    ? { imagePullSecrets: [{ name: registrySecret }] }
    : {};

/** The Secret that images of the cluster's registry are pulled with, where a workload has such. */
export function pullSecret(
  scope: Construct,
  namespace: string,
  { registry, registrySecret }: Registry,
  workload: Workload,
): SecretV1[] {
  const isUsed = imagesOf(workload).some((program) => comesFrom(registry, program));
  if (registrySecret === undefined || !isUsed) return [];
  return [
    variableSecret(scope, "Registry", {
      metadata: { name: registrySecret, namespace },
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
