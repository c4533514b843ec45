import type { Environment } from "../../schema/environment";

/** Host of an account's registry in an AWS region. */
export const registryHost = (accountId: string, location: string): string =>
  `${accountId}.dkr.ecr.${location}.amazonaws.com`;

/** Host of the registry that is nearest to a region of an environment: the one in the same place. */
export function registryIn({ infrastructure, regions }: Environment, region: string): string | undefined {
  const network = regions[region]?.network;
  return infrastructure.kind === "aws" && network?.kind === "aws"
    ? registryHost(infrastructure.accountId, network.location)
    : undefined;
}
