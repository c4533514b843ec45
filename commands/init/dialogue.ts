import readline from "node:readline";
import pc from "picocolors";
import type { Problem } from "../../config/problem";
import type { Question } from "./questions";

/** What is wrong with an answer; nothing where it will do. */
export type Judge = (question: Question, answer: string) => readonly Problem[];

/**
 * Asks one question after another, each until the answer will do or is empty. The end of the input answers the rest with
 * nothing.
 *
 * @returns answers by path, without those that are empty
 */
export async function ask(
  questions: readonly Question[],
  judge: Judge,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const lines = readline.createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  for (const question of questions) {
    output.write(`\n${pc.bold(question.path)}: ${question.meaning}\n`);
    for (;;) {
      output.write(`${pc.dim(`such as ${question.example}; nothing leaves the documentation value`)}\n> `);
      const { value, done } = await lines.next();
      const answer = done ? "" : String(value).trim();
      if (answer === "") break;
      const problems = judge(question, answer);
      if (problems.length === 0) {
        answers.set(question.path, answer);
        break;
      }
      for (const { message } of problems) output.write(`${pc.red(message)}\n`);
    }
  }
  return answers;
}
