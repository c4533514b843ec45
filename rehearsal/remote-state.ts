import path from "node:path";
import type { Backend, RemoteState } from "./configuration";

/** A workspace and where it keeps its state. */
export interface Keeper {
  readonly id: string;
  readonly backend: Backend;
}

/** A state that is read, and the workspace that keeps it. */
export interface Read extends RemoteState {
  /** Undefined where no workspace keeps a state there. */
  readonly producer: string | undefined;
}

/**
 * Arguments that say how a state is reached, locked and written, not which one it is: a reader may state others than the
 * producer. All others are compared.
 * https://developer.hashicorp.com/terraform/language/backend/s3, .../azurerm, .../gcs
 */
const MANNER =
  /^(use_lockfile|dynamodb_\w+|encrypt\w*|kms_\w+|sse_\w+|acl|profile|access_key|secret_key|token|assume_role\w*|shared_\w+|skip_\w+|max_retries|retry_mode|sas_token|use_(oidc|msi|cli|aks\w*|azuread_auth)|oidc_\w+|msi_\w+|client_\w+|tenant_id|snapshot|credentials|access_token|impersonate_\w+)$/;

/** The workspace that keeps the state which a reader states: same kind of backend, same place. */
export function producerOf(
  reader: string,
  read: RemoteState,
  keepers: readonly Keeper[],
): string | undefined {
  const stated = { id: reader, backend: { kind: read.backend, config: read.config } };
  return keepers.find((keeper) => differences(stated, keeper).length === 0)?.id;
}

/** Workspaces that keep their state where this one does. */
export function sharing(keeper: Keeper, keepers: readonly Keeper[]): string[] {
  return keepers
    .filter((other) => other.id !== keeper.id && differences(keeper, other).length === 0)
    .map(({ id }) => id);
}

/** What is stated otherwise by the workspace that comes closest to keeping the state, for the message. */
export function nearest(reader: string, read: RemoteState, keepers: readonly Keeper[]): string | undefined {
  const stated = { id: reader, backend: { kind: read.backend, config: read.config } };
  const ranked = keepers
    .filter(({ id }) => id !== reader)
    .map((keeper) => ({ id: keeper.id, differs: differences(stated, keeper), name: lastName(keeper) }))
    .sort(
      (a, b) =>
        Number(b.name === lastName(stated)) - Number(a.name === lastName(stated)) ||
        a.differs.length - b.differs.length,
    );
  const [first] = ranked;
  return first && `${first.id} comes closest; there it is ${first.differs.join(", ")}`;
}

/** The arguments of `other` that are not as `stated` has them. */
function differences(stated: Keeper, other: Keeper): string[] {
  const [ours, theirs] = [placed(stated), placed(other)];
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return names
    .filter((name) => ours[name] !== theirs[name])
    .map(
      (name) =>
        `${name} ${theirs[name] === undefined ? "not set" : `"${theirs[name]}"`}, here ${ours[name] === undefined ? "not set" : `"${ours[name]}"`}`,
    );
}

/** The backend's kind and all arguments that make up the place; a local path from the synthesized folder on. */
function placed({ id, backend: { kind, config } }: Keeper): Record<string, string> {
  const entries = Object.entries(config).filter(([name, value]) => !MANNER.test(name) && value !== null);
  const place = Object.fromEntries(entries.map(([name, value]) => [name, asText(value)]));
  if (kind === "local") place["path"] = path.resolve("/stacks", id, place["path"] ?? "terraform.tfstate");
  return { backend: kind, ...place };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const lastName = (keeper: Keeper): string => {
  const { path: file, key, prefix } = placed(keeper);
  return path.basename(key ?? prefix ?? file ?? "");
};
