import { isValues, type Value, type Values } from "../emulator/values";

/** Known values at a path; lists and sets on the way are entered. */
export function select(value: Value | undefined, path: string): Value[] {
  const [step, ...rest] = path.split(".");
  let values: (Value | undefined)[] = isValues(value) ? [value[step as string]] : [];
  values = values.flatMap((found) => (Array.isArray(found) ? found : [found]));
  if (rest.length > 0) return values.flatMap((found) => select(found, rest.join(".")));
  return values.filter((found): found is Value => isPrimitive(found));
}

function isPrimitive(value: Value | undefined): boolean {
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}

/** Whether arguments have the values that a rule is for; an absent one counts as the empty text. */
export function applies(when: Readonly<Record<string, RegExp>> | undefined, config: Values): boolean {
  return Object.entries(when ?? {}).every(([path, expected]) => {
    const values = select(config, path);
    return values.length === 0 ? expected.test("") : values.some((value) => expected.test(String(value)));
  });
}
