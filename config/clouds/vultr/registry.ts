import type { Environment } from "../../schema/environment";

/** Host and path of the environment's registry, which images are named after. */
export const registryOf = ({ infrastructure }: Pick<Environment, "infrastructure">): string | undefined =>
  infrastructure.kind === "vultr"
    ? `${infrastructure.registry.location}.vultrcr.com/${infrastructure.registry.name}`
    : undefined;
