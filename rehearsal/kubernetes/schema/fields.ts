import { nearest } from "../../rules/near";
import { isObject, type Json } from "../../world/object";

/**
 * Fields that an object has, where its types are not published: inner fields, a list of words, or null for anything. `*`
 * stands for names of people's own.
 */
export type Fields = { readonly [name: string]: Fields | readonly string[] | null };

/** Unknown fields, and words that are not among those that a field takes. Lists on the way are entered. */
export function fieldProblems(value: Json, fields: Fields, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => fieldProblems(item, fields, path));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const here = path ? `${path}.${key}` : key;
    const field = key in fields ? fields[key] : fields["*"];
    if (field === undefined) {
      const near = nearest(key, Object.keys(fields));
      return [`${here}: there is no such field${near ? `; is ${near} meant?` : ""}`];
    }
    if (Array.isArray(field)) {
      const words = (Array.isArray(each) ? each : [each]).map(String);
      return words
        .filter((word) => !field.includes(word))
        .map((word) => `${here}: '${word}' is not one of ${field.join(", ")}`);
    }
    return field === null ? [] : fieldProblems(each, field as Fields, here);
  });
}
