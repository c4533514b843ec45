import { type Changes, isChanges, type Value, valueAt } from "./answer";

/**
 * The file of an overlay, as a person would write it by hand: lists of which an entry changes are made of those that are
 * there.
 *
 * @param shipped - what it is laid over, as plain data
 */
export function overlayText(environment: string, changes: Changes, shipped: unknown): string {
  const lists = Object.keys(changes).filter(
    (key) => isChanges(changes[key]) && Array.isArray(valueAt(shipped, [key])),
  );
  const data = properties(changes, shipped, "", undefined);
  const overlay = lists.length === 0 ? data : `({ ${lists.join(", ")} }) => (${data})`;
  return `import { defineOverlay } from "../define";

/** What is ours in \`${environment}\`. Commit it: pipelines and colleagues read it too. */
export default defineOverlay(${overlay});
`;
}

/** @param owner - the expression whose properties are changed; none for those of the environment itself */
function properties(changes: Changes, shipped: unknown, indentation: string, owner?: string): string {
  const inner = `${indentation}  `;
  const entries = Object.entries(changes).map(([key, value]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    return `${inner}${name}: ${literal(value, valueAt(shipped, [key]), inner, key, owner)},\n`;
  });
  const rest = owner === undefined ? "" : `${inner}...${owner},\n`;
  return `{\n${rest}${entries.join("")}${indentation}}`;
}

function literal(value: Value, shipped: unknown, indentation: string, key: string, owner?: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
  if (!isChanges(value)) return JSON.stringify(value);
  if (!Array.isArray(shipped)) {
    return properties(value, shipped, indentation, owner === undefined ? undefined : `${owner}.${key}`);
  }
  const item = key.replace(/s$/, "");
  const list = owner === undefined ? key : `${owner}.${key}`;
  const changed = shipped.map((entry, index) => {
    const change = value[index];
    return isChanges(change) ? properties(change, entry, indentation, item) : item;
  });
  if (changed.length === 1) return `${list}.map((${item}) => (${changed[0]}))`;
  const choices = changed.flatMap((text, index) =>
    text === item ? [] : [`index === ${index} ? ${text} : `],
  );
  return `${list}.map((${item}, index) => (${choices.join("")}${item}))`;
}
