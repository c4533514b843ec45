import type { Construct } from "constructs";
import { secretsOf } from "../../config/composed-names";
import { variableSecret } from "../kubernetes/variable-secret";
import { secretVariable } from "../secret-variable";

/** Whose environment variables are secret. */
interface Owner {
  readonly name: string;
  readonly what: "service" | "job";
  /** The Terraform variable of each, by the name that the program sees. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The environment variables of a service or job that are secret. */
export const environmentSecret = (scope: Construct, namespace: string, { name, what, secrets }: Owner) =>
  variableSecret(scope, "Secrets", {
    metadata: { name: secretsOf(name), namespace },
    data: Object.fromEntries(
      Object.entries(secrets).map(([variable, source]) => [
        variable,
        secretVariable(scope, source, `Value of ${variable} in the ${what} ${name}`),
      ]),
    ),
  });
