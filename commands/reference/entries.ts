import { DISCRIMINANTS } from "../../config/merge";
import { environmentSchema } from "../../config/schema/environment";
import { placesBelow, type SchemaPlace } from "./keys";
import { type Meaning, readMeanings } from "./meanings";

/** All that is known of a place in a configuration, for people and for programs. */
export interface Entry {
  readonly part: string;
  readonly path: string;
  readonly meaning: string;
  readonly type?: string;
  readonly required?: boolean;
  /** What stands where nothing is written, in words or as a value. */
  readonly default?: string;
  readonly example?: unknown;
  readonly below: readonly Entry[];
}

/** The environment, with everything below it. */
export function readReference(): Entry {
  const meanings = readMeanings();
  const places = placesBelow(environmentSchema, "");
  return {
    part: "",
    path: "",
    meaning: "An environment: one deployment of the platform.",
    below: places.map((place) => entryOf(place, meanings)),
  };
}

function entryOf({ part, path, key, below }: SchemaPlace, meanings: ReadonlyMap<string, Meaning>): Entry {
  const { text = "", default: inWords } = meanings.get(path) ?? meaningOfKind(path, meanings) ?? {};
  const standard = inWords?.replace(/^- /, "") ?? written(key?.standard);
  return {
    part,
    path,
    meaning: oneLine(text) || (key === undefined ? "" : sentence(key.type)),
    ...(key === undefined ? {} : { type: key.type, required: key.required }),
    ...(standard === undefined ? {} : { default: oneLine(standard) }),
    ...(key?.example === undefined ? {} : { example: key.example }),
    below: below.map((each) => entryOf(each, meanings)),
  };
}

/** A kind is explained where its name is written. */
const meaningOfKind = (path: string, meanings: ReadonlyMap<string, Meaning>): Meaning | undefined =>
  DISCRIMINANTS.map((key) => meanings.get(`${path}.${key}`)).find((meaning) => meaning !== undefined);

/** Whether an entry only says which kind it stands in. */
export const saysKind = ({ part, path }: Entry): boolean =>
  DISCRIMINANTS.some((key) => key === part && path.endsWith(`].${key}`));

const written = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What a key without a comment is: its type says it. */
const sentence = (type: string): string => `${type.slice(0, 1).toUpperCase()}${type.slice(1)}.`;
