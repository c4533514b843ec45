import fs from "node:fs";
import type { Configuration } from "./configuration";
import type { Requirement } from "./schema/source";

/** A configuration that also requires what its state still holds: Terraform reads that before it destroys it. */
export function withKept(configuration: Configuration, state: string): Configuration {
  if (!fs.existsSync(state)) return configuration;
  const { resources = [] } = JSON.parse(fs.readFileSync(state, "utf8")) as {
    resources?: readonly { mode: string; type: string; provider: string }[];
  };
  const requirements = new Map(configuration.requirements.map((each) => [each.address, each]));
  for (const { mode, type, provider } of resources) {
    const address = /\["([^"]+)"\]/.exec(provider)?.[1] ?? "";
    if (mode !== "managed" || address.startsWith("terraform.io/builtin/")) continue;
    const known: Requirement = requirements.get(address) ?? { address, resources: [], data: [] };
    if (known.resources.includes(type)) continue;
    requirements.set(address, { ...known, resources: [...known.resources, type] });
  }
  return { ...configuration, requirements: [...requirements.values()] };
}
