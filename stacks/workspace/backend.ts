import type { TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";
import type { State } from "../../config/schema/environment";
import { s3 } from "../aws/backend";
import { azurerm } from "../azure/backend";
import { gcs } from "../gcp/backend";
import { objectStorage } from "../vultr/backend";
import { local } from "./local-backend";

/** How Terraform keeps a state in one kind of place, and reads it there. */
export interface Backend<Kind extends State["kind"]> {
  /** Gives a workspace the backend that its environment's configuration names. */
  create(scope: Construct, workspace: string, state: StateOf<Kind>): void;

  /** Reads the state that another workspace keeps. */
  read(scope: Construct, id: string, workspace: string, state: StateOf<Kind>): TerraformRemoteState;
}

type StateOf<Kind extends State["kind"]> = Extract<State, { kind: Kind }>;

const BACKENDS: { readonly [Kind in State["kind"]]: Backend<Kind> } = {
  local,
  azurerm,
  s3,
  gcs,
  "vultr-object-storage": objectStorage,
};

/** The backend of a state; the state's kind says which. */
export const backendOf = ({ kind }: State) => BACKENDS[kind] as Backend<State["kind"]>;
