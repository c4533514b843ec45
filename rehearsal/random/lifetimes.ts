import type { Lifetime } from "../rules/lifetime";

const random = (name: string, holds?: string): Lifetime => ({
  type: `random_${name}`,
  replacedBy: ["*"],
  ...(holds ? { holds } : {}),
  source: `https://registry.terraform.io/providers/hashicorp/random/3.7.2/docs/resources/${name}`,
});

/** A random value is never changed: another is made. */
export const RANDOM_LIFETIMES: readonly Lifetime[] = [
  random("password", "the password that others were given"),
  ...["bytes", "id", "integer", "pet", "shuffle", "string", "uuid"].map((name) => random(name)),
];
