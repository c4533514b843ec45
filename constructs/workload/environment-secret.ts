import { Password } from "@cdktf/provider-random/lib/password";
import { Construct } from "constructs";
import { secretsOf } from "../../config/composed-names";
import { chosen } from "../chosen";
import { variableSecret } from "../kubernetes/variable-secret";
import { useRandom } from "../random-provider";
import { secretVariable } from "../secret-variable";

/** Whose environment variables are secret. */
interface Owner {
  readonly name: string;
  readonly what: "service" | "job";
  /** The Terraform variable of each, by the name that the program sees. */
  readonly secrets: Readonly<Record<string, string>>;
  /** How many letters and digits each has that Terraform makes and keeps. @default - none is made */
  readonly generated?: Readonly<Record<string, number>>;
}

/** The environment variables of a service or job that are secret. */
export function environmentSecret(scope: Construct, namespace: string, owner: Owner) {
  const made = madeFor(scope, owner);
  return variableSecret(scope, "Secrets", {
    metadata: { name: secretsOf(owner.name), namespace },
    data: {
      ...givenTo(scope, owner),
      ...Object.fromEntries(made.map(([variable, { result }]) => [variable, result])),
    },
    // What is made anew, with another length, would not be written again: Terraform cannot see that a write-only value is another one.
    ...(made.length > 0
      ? { lifecycle: { replaceTriggeredBy: made.map(([, password]) => addressOf(password)) } }
      : {}),
  });
}

const givenTo = (scope: Construct, { name, what, secrets }: Owner): Record<string, string> =>
  Object.fromEntries(
    Object.entries(secrets).map(([variable, source]) => [
      variable,
      secretVariable(scope, source, `Value of ${variable} in the ${what} ${name}`),
    ]),
  );

function madeFor(scope: Construct, { generated = {} }: Owner): readonly (readonly [string, Password])[] {
  const lengths = Object.entries(generated);
  if (lengths.length === 0) return [];
  useRandom(scope);
  const place = new Construct(scope, "Generated");
  return lengths.map(([variable, length]) => [
    variable,
    new Password(chosen(place), variable, { length, special: false }),
  ]);
}

/** cdktf would write a template of it, which Terraform refuses here. */
const addressOf = ({ terraformResourceType, friendlyUniqueId }: Password): string =>
  `${terraformResourceType}.${friendlyUniqueId}`;
