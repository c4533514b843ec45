import type { State } from "../state/store";

/** Emulated providers know one version of each schema, and no identities. */
export function forEmulation(state: State): State {
  const resources = (state.resources ?? []).map((resource) => ({
    ...resource,
    instances: resource.instances.map(({ identity: _, identity_schema_version: __, ...instance }) => ({
      ...instance,
      schema_version: 0,
    })),
  }));
  return { ...state, resources };
}

/** Shorter ones are in other texts by chance. */
const TELLING = 6;

export function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    const inner = value.startsWith("[") ? listIn(value) : undefined;
    return inner ? textsIn(inner) : value.length >= TELLING ? [value] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Lists are published as JSON. */
function listIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
