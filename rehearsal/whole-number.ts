import { InvalidArgumentError } from "commander";

/** An option's number of things. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("expected a whole number, at least 1");
}
