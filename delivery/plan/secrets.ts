import type { Snapshot } from "../changes/snapshot";
import { placeOf, type StateStore } from "../state/store";

/** Values that no report may show, the longest first. */
export type Secrets = readonly string[];

/** Shorter ones are in other texts by chance, and no secrets. */
const SHORTEST = 6;

/**
 * What is secret here: sensitive variables that the user has set, and sensitive outputs in the states. Terraform hides them itself; this holds
 * also where a provider's error message repeats one.
 */
export async function secretsOf(snapshot: Snapshot, store: StateStore): Promise<Secrets> {
  const workspaces = [...snapshot.values()];
  const variables = workspaces
    .flatMap((workspace) => workspace.variables.filter(({ sensitive }) => sensitive))
    .flatMap(({ name }) => process.env[`TF_VAR_${name}`] ?? []);
  const local = workspaces.filter(({ backend }) => backend.kind === "local"); // others would have to be fetched again
  const states = await Promise.all(
    local.map((workspace) => store.read(placeOf(workspace)).catch(() => undefined)), // planning has named it
  );
  const outputs = states.flatMap((state) =>
    Object.values(state?.outputs ?? {}).flatMap(({ sensitive, value }) => (sensitive ? textsIn(value) : [])),
  );
  const lines = [...variables, ...outputs].flatMap((text) => [text, ...text.split("\n")]);
  return [...new Set(lines)].filter((text) => text.length >= SHORTEST).sort((a, b) => b.length - a.length);
}

export const withoutSecrets = (text: string, secrets: Secrets): string =>
  secrets.reduce((left, secret) => left.replaceAll(secret, "(secret)"), text);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
