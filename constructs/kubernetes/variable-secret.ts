import { createHash } from "node:crypto";
import { SecretV1, type SecretV1Config } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { Construct } from "constructs";

/** How often the value of each variable has changed, where it has: what a person counts up, by the variable's name. */
export type SecretVersions = Readonly<Record<string, number>>;

/** Where a workspace's constructs find the versions. */
export const SECRET_VERSIONS = "secretVersions";

export interface VariableSecretProps extends Pick<SecretV1Config, "metadata" | "type" | "lifecycle"> {
  /** Values of sensitive variables, and what stands beside them. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * A Secret of values that come from sensitive variables. They are write-only: neither a plan nor a state holds them. Terraform
 * cannot see them change therefore; it writes them again when the revision is another one, which follows from what is public: the
 * keys, what is no secret, and the versions of the variables.
 * https://registry.terraform.io/providers/hashicorp/kubernetes/2.38.0/docs/resources/secret_v1#data_wo_revision-1
 */
export const variableSecret = (scope: Construct, id: string, { data, ...config }: VariableSecretProps) =>
  new SecretV1(scope, id, { ...config, dataWo: data, dataWoRevision: revisionOf(scope, data) });

/** The variables whose values a Secret holds; none if it holds others. */
export const variablesOf = (secret: SecretV1): readonly string[] =>
  variablesIn(written(secret, secret.dataWoInput));

function revisionOf(scope: Construct, data: VariableSecretProps["data"]): number {
  const text = written(scope, data);
  const versions: SecretVersions = scope.node.tryGetContext(SECRET_VERSIONS) ?? {};
  const ofVariables = variablesIn(text).map((name) => versions[name] ?? 1);
  const digest = createHash("sha256")
    .update(JSON.stringify([text, ofVariables]))
    .digest();
  return 1 + (digest.readUInt32BE() % (2 ** 31 - 1));
}

/** As Terraform reads it: a variable's name, never its value. */
const written = (scope: Construct, data: unknown): string =>
  JSON.stringify(
    Tokenization.resolve(data ?? {}, {
      scope,
      preparing: false,
      resolver: new DefaultTokenResolver(new StringConcat()),
    }),
  );

const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name as string);
