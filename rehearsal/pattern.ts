/** A text as part of a regular expression that stands for itself. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a pattern, in which `*` stands for anything, stands for a whole text. */
export const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`).test(text);
