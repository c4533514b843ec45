import { parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "./input-error";

/**
 * What a team wrote in a file.
 *
 * @throws InputError with everything that is wrong in it
 */
export function parseYaml<Content>(file: string, source: string, schema: z.ZodType<Content>): Content {
  const document = parseDocument(source);
  const [error] = document.errors;
  if (error) throw new InputError(`${file}: not YAML (${error.message.split("\n")[0]})`);
  const { data, error: problems } = schema.safeParse(document.toJS());
  if (!problems) return data;
  const lines = problems.issues.map(({ path, message }) => `  ${path.join(".") || "the file"}: ${message}`);
  throw new InputError(
    `${file}: ${lines.length} ${lines.length === 1 ? "problem" : "problems"}\n${lines.join("\n")}`,
  );
}
