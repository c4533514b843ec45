import fs from "node:fs";
import path from "node:path";
import { environments } from "../config/environments";
import { loadEnvironments } from "../config/load";
import { plain } from "../config/plain";
import { ConfigurationError, type Problem } from "../config/problem";
import { type Changes, keysOf, parseAnswer, problemsAfter, valueAt, withChange } from "./init/answer";
import { ask } from "./init/dialogue";
import { overlayText } from "./init/overlay-text";
import { questionsOf } from "./init/questions";
import { program, run } from "./program";
import { readReference } from "./reference/entries";

interface Flags {
  readonly set: readonly string[];
  readonly input: boolean;
  readonly output?: string;
}

const FOLDER = path.join(__dirname, "../config/environments");

async function init(name: string, { set, input, output }: Flags): Promise<void> {
  const [environment] = loadEnvironments([name], {
    overlays: "none",
    notify: () => {},
  });
  if (environment?.name !== name) throw refusal("arguments", [`expected one environment, got "${name}"`]);
  const { value: shipped } = plain(environments[name as keyof typeof environments]);
  const file = output ?? path.join(FOLDER, `${name}.overlay.ts`);
  const shown = path.relative(process.cwd(), file);
  if (fs.existsSync(file)) throw refusal(shown, ["is there already; change it by hand"]);

  let changes = set.reduce<Changes>((before, text) => changed(before, ...settingIn(text)), {});

  function changed(before: Changes, key: string, text: string): Changes {
    const keys = keysOf(key);
    return withChange(before, keys, parseAnswer(text, valueAt(shipped, keys)), shipped);
  }

  if (input) {
    const questions = questionsOf(environment, readReference()).filter(
      ({ path: asked }) => valueAt(changes, keysOf(asked)) === undefined,
    );
    if (questions.length === 0) console.error(`${name} has nothing more that must be said`);
    const judge = ({ path: asked }: { readonly path: string }, answer: string) =>
      problemsAfter(shipped, changed(changes, asked, answer), shown).filter(isBelow(asked));
    for (const [key, answer] of await ask(questions, judge, process.stdin, process.stderr)) {
      changes = changed(changes, key, answer);
    }
  }

  if (Object.keys(changes).length === 0) throw refusal(shown, ["nothing was said; nothing is written"]);
  const problems = problemsAfter(shipped, changes, shown);
  if (problems.length > 0) throw new ConfigurationError(shown, problems);
  fs.writeFileSync(file, overlayText(name, changes, shipped), { flag: "wx" });
  console.error(`\nwrote ${shown}; npm run synth -- ${name} says what is left`);
}

function settingIn(text: string): readonly [key: string, value: string] {
  const [, key, value] = text.match(/^([^=]+)=(.*)$/s) ?? [];
  if (key === undefined || value === undefined || keysOf(key).length === 0) {
    throw refusal("--set", [
      `expected <key>=<value>, such as domain=api.example.com, got ${JSON.stringify(text)}`,
    ]);
  }
  if (keysOf(key)[0] === "name") throw refusal("--set", ["an environment's name is the key that it has"]);
  return [key, value];
}

const isBelow =
  (key: string) =>
  ({ path: place }: Problem): boolean =>
    keysOf(key).every((part, index) => String(place[index]) === part);

const refusal = (source: string, messages: readonly string[]) =>
  new ConfigurationError(
    source,
    messages.map((message) => ({ path: [], message })),
  );

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const command = program(
  "init",
  "Asks what an environment must know of your team, and writes its overlay, config/environments/<name>.overlay.ts.",
)
  .argument("<environment>", Object.keys(environments).join(", "))
  .option("--set <key=value>", "an answer, or any other key (repeatable)", collect, [])
  .option("--no-input", "ask nothing; what is not set keeps its documentation value")
  .option("--output <file>", "another file; one that is there is never replaced")
  .addHelpText(
    "after",
    "\nExample: npm run init -- azure --no-input --set domain=api.example.org --set infrastructure.operatorCidrs=192.0.2.0/24",
  )
  .action(init);

void run(command);
