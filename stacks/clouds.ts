import type { App } from "cdktf";
import type { CloudName } from "../config/clouds";
import type { Environment } from "../config/schema/environment";
import type { Infrastructure } from "./infrastructure";
import type { PkiStack } from "./pki-stack";

/** What an environment says of its cloud. */
type Account<Name extends CloudName> = Extract<Environment["infrastructure"], { kind: Name }>;

/**
 * Defines the workspaces that make an environment's networks and clusters, if any.
 *
 * @param pki - the platform's own CA, for clusters that end TLS at their ingress
 */
type Define<Name extends CloudName> = (
  app: App,
  environment: Environment,
  account: Account<Name>,
  pki: PkiStack | undefined,
) => Infrastructure;

/** Every cloud by its name. Each is loaded for environments on it alone: bindings are most of what there is to load. */
const CLOUDS: { readonly [Name in CloudName]: () => Define<Name> } = {
  existing: () =>
    (require("./existing/infrastructure") as typeof import("./existing/infrastructure"))
      .existingInfrastructure,
  azure: () =>
    (require("./azure/infrastructure") as typeof import("./azure/infrastructure")).azureInfrastructure,
  aws: () => (require("./aws/infrastructure") as typeof import("./aws/infrastructure")).awsInfrastructure,
  vultr: () =>
    (require("./vultr/infrastructure") as typeof import("./vultr/infrastructure")).vultrInfrastructure,
  gcp: () => (require("./gcp/infrastructure") as typeof import("./gcp/infrastructure")).gcpInfrastructure,
};

/** Defines the infrastructure of an environment, by the cloud that it names. */
export function defineInfrastructure(
  app: App,
  environment: Environment,
  pki: PkiStack | undefined,
): Infrastructure {
  const { infrastructure } = environment;
  const define = CLOUDS[infrastructure.kind]() as Define<CloudName>; // whose account this is, by its kind
  return define(app, environment, infrastructure, pki);
}
