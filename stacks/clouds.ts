import type { App } from "cdktf";
import type { CloudName } from "../config/clouds";
import type { Environment } from "../config/schema/environment";
import { awsInfrastructure } from "./aws/infrastructure";
import { azureInfrastructure } from "./azure/infrastructure";
import { existingInfrastructure } from "./existing/infrastructure";
import type { Infrastructure } from "./infrastructure";
import type { PkiStack } from "./pki-stack";
import { vultrInfrastructure } from "./vultr/infrastructure";

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

/** Google's bindings are loaded for environments that are there, and by nobody else: they are the most of all to load. */
const gcpInfrastructure: Define<"gcp"> = (app, environment, account) => {
  const gcp = require("./gcp/infrastructure") as typeof import("./gcp/infrastructure");
  return gcp.gcpInfrastructure(app, environment, account);
};

/** Every cloud by its name. */
const CLOUDS: { readonly [Name in CloudName]: Define<Name> } = {
  existing: existingInfrastructure,
  azure: azureInfrastructure,
  aws: awsInfrastructure,
  vultr: vultrInfrastructure,
  gcp: gcpInfrastructure,
};

/** Defines the infrastructure of an environment, by the cloud that it names. */
export function defineInfrastructure(
  app: App,
  environment: Environment,
  pki: PkiStack | undefined,
): Infrastructure {
  const { infrastructure } = environment;
  const define = CLOUDS[infrastructure.kind] as Define<CloudName>; // whose account this is, by its kind
  return define(app, environment, infrastructure, pki);
}
