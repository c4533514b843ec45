import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { ConfigurationError } from "../config/problem";
import type { Environment } from "../config/schema/environment";
import { SECRET_VERSIONS, variablesOf } from "../constructs/kubernetes/variable-secret";
import type { PlatformStack } from "./workspace/platform-stack";

/**
 * Refuses versions of what no Secret of the environment holds: nothing would be written again.
 *
 * @throws ConfigurationError
 */
export function refuseUnknownVersions(
  stacks: readonly PlatformStack<object>[],
  { name: environment, secretVersions }: Environment,
): void {
  if (Object.keys(secretVersions).length === 0) return;
  const secrets = stacks.flatMap(({ node }) => node.findAll()).filter((each) => each instanceof SecretV1);
  for (const secret of secrets.filter((each) => variablesOf(each).length > 0)) {
    if (secret.node.tryGetContext(SECRET_VERSIONS) === undefined) {
      throw new Error(
        `${secret.node.path} would not see its version: its workspace must be given the environment`,
      );
    }
  }
  const known = [...new Set(secrets.flatMap(variablesOf))].sort();
  const unknown = Object.keys(secretVersions).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const expected = known.length === 0 ? "expected none here" : `expected one of ${known.join(", ")}`;
  throw new ConfigurationError(
    `config/environments/${environment}.ts`,
    unknown.map((name) => ({
      path: ["secretVersions", name],
      message: `no Secret of a cluster holds this variable; ${expected}`,
    })),
  );
}
