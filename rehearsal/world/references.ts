import type { Estate } from "./estate";
import type { Finding } from "./finding";
import { text, texts, type WorldObject } from "./object";

/** An argument whose text has to be the name or id of something that is there before. */
export interface Reference {
  readonly types: RegExp;
  /** Path of the argument. */
  readonly attribute: string;
  readonly to: RegExp;
  /** What of the other is named. @default - its id or ARN */
  readonly by?: string;
  /** Arguments that have to be the same in both: one's, the other's. */
  readonly within?: Readonly<Record<string, string>>;
  /** Only where the argument is such a text. */
  readonly when?: RegExp;
  /** Names that exist without this environment, such as those of the cloud itself. */
  readonly foreign?: RegExp;
  /** Both have to be in one location. */
  readonly near?: boolean;
  readonly says: string;
  readonly source: string;
}

export function referenceFindings(reference: Reference, estate: Estate): Finding[] {
  const candidates = estate.ofType(reference.to);
  return estate
    .ofType(reference.types)
    .flatMap((object) =>
      texts(object.values, reference.attribute).flatMap((value) =>
        isOurs(reference, value) ? judged(reference, object, value, candidates, estate) : [],
      ),
    );
}

function isOurs({ when, foreign }: Reference, value: string): boolean {
  return (when?.test(value) ?? true) && !foreign?.test(value);
}

function judged(
  reference: Reference,
  object: WorldObject,
  value: string,
  candidates: readonly WorldObject[],
  estate: Estate,
): Finding[] {
  const { attribute, says, source, near } = reference;
  const finding = (what: string): Finding[] => [
    {
      rule: `${object.type}/${attribute}`,
      workspace: object.workspace,
      address: object.address,
      says: `${attribute}: ${what}`,
      source,
    },
  ];
  const named = candidates.filter((candidate) => isNamed(reference, candidate, value));
  const found = named.filter((candidate) => shares(reference, object, candidate));
  if (found.length === 0) {
    const others =
      named.length > 0 ? `; ${named[0]?.address} of that name is elsewhere` : known(reference, candidates);
    return finding(`'${value}' is not ${says}: nobody makes it${others}`);
  }
  const made = found.filter(
    (candidate) => candidate.type.startsWith("data.") || estate.isBefore(candidate, object),
  );
  const [first] = found;
  if (made.length === 0 && first) {
    return finding(
      `'${value}' need not be there yet: nothing makes ${first.address} of ${first.workspace} come before`,
    );
  }
  if (!near || made.some((candidate) => isNear(object, candidate))) return [];
  return finding(`'${value}' is in ${location(made[0] as WorldObject)}, but this is in ${location(object)}`);
}

function isNamed({ by }: Reference, candidate: WorldObject, value: string): boolean {
  if (by) return texts(candidate.values, by).includes(value);
  return [candidate.values["id"], candidate.values["arn"]].some(
    (id) => typeof id === "string" && id.toLowerCase() === value.toLowerCase(),
  );
}

function shares({ within = {} }: Reference, object: WorldObject, candidate: WorldObject): boolean {
  return Object.entries(within).every(([own, other]) => value(object, own) === value(candidate, other));
}

/** `@cluster` is what the provider noted, anything else an argument. */
function value(object: WorldObject, path: string): string {
  return path.startsWith("@") ? (object.place[path.slice(1)] ?? "") : text(object.values, path);
}

export function location({ values, place }: WorldObject): string {
  return text(values, "location") || text(values, "region") || place["region"] || "";
}

function isNear(first: WorldObject, second: WorldObject): boolean {
  const [one, other] = [location(first), location(second)];
  return one === "" || other === "" || one === other;
}

function known({ by }: Reference, candidates: readonly WorldObject[]): string {
  const names = [...new Set(candidates.flatMap(({ values }) => texts(values, by ?? "id")))].slice(0, 5);
  return names.length > 0 ? `; there are ${names.join(", ")}` : "";
}
