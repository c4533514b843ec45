import { placeholdersIn } from "../../config/documentation";
import type { Environment } from "../../config/schema/environment";
import type { Entry } from "../reference/entries";
import { find } from "../reference/find";

/** Something that a team must say of itself. */
export interface Question {
  /** `infrastructure.operatorCidrs`. */
  readonly path: string;
  readonly meaning: string;
  /** A good answer. */
  readonly example: string;
  /** Whether several are asked for, with commas between them. */
  readonly isList: boolean;
}

/** The documentation values of an environment as questions, each list once. */
export function questionsOf(environment: Environment, reference: Entry): readonly Question[] {
  const lists = /\[\d+\]$/;
  const paths = placeholdersIn(environment).map(({ path }) => ({
    path: path.replace(lists, ""),
    isList: lists.test(path),
  }));
  const asked = new Map(paths.map((question) => [question.path, question]));
  return [...asked.values()].map(({ path, isList }) => {
    const [entry] = find(reference, path);
    const example = entry?.example;
    return {
      path,
      isList,
      meaning: entry?.meaning ?? "",
      example: Array.isArray(example) ? example.join(", ") : String(example ?? ""),
    };
  });
}
