/**
 * `npm run fuzz -w @meridian/api -- [http1|http2|websocket|tls|smuggling]... [--inputs N] [--seed N] [--from N] [--node FILE]`
 *
 * An input is repeated alone by its seed and its number: `--seed 1 --from 4711 --inputs 1`.
 */
import path from "node:path";
import { InvalidArgumentError } from "commander";
import { bundle } from "../build/bundle";
import { run } from "./campaign";
import { command, ending, print } from "./command";
import { FUZZERS } from "./fuzzers";
import type { Fuzzer } from "./input";
import { compare } from "./smuggling/run";

const SMUGGLING = "smuggling";
const NAMES = [...FUZZERS.map(({ name }) => name), SMUGGLING];

interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly from: number;
  readonly node?: string;
}

function number(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError("expected a whole number, such as 100000");
  }
  return Number(text);
}

async function attack(fuzzer: Fuzzer, program: string, options: FuzzOptions): Promise<readonly string[]> {
  const onProgress = (done: number): void => void process.stderr.write(`\r${fuzzer.name}: ${done}`);
  const outcome = await run({ program, fuzzer, ...options, count: options.inputs, onProgress });
  const { seconds, bystanders, logLines, heap, memory, problems } = outcome;
  const level = (pair: readonly [number, number]): string =>
    pair.map((value) => value.toFixed(1)).join(" to ");
  process.stdout.write(
    `\r${fuzzer.name}: ${options.inputs} inputs of seed ${options.seed} in ${seconds.toFixed(0)} s, ${bystanders} answers to others, ` +
      `${logLines} log lines, heap ${level(heap)} MiB, resident ${level(memory)} MiB\n`,
  );
  return problems;
}

async function smuggle(program: string, { inputs, seed, from }: FuzzOptions): Promise<readonly string[]> {
  const { seconds, requests, refused, stricter, laxer, problems } = await compare({
    program,
    seed,
    from,
    count: inputs,
    go: true,
  });
  process.stdout.write(
    `${SMUGGLING}: ${inputs} inputs of seed ${seed} in ${seconds.toFixed(0)} s, ${requests} requests seen, ${refused} inputs refused, ` +
      `stricter than the reference ${stricter} times, laxer ${laxer} times\n`,
  );
  return problems;
}

async function main(names: readonly string[], options: FuzzOptions): Promise<void> {
  const unknown = names.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no such fuzzer: ${unknown.join(", ")}; there are ${NAMES.join(", ")}`);
  }
  const program = path.join(__dirname, "../dist/fuzz/api.cjs");
  await bundle(program, "fuzz");
  for (const name of names.length === 0 ? NAMES : names) {
    const fuzzer = FUZZERS.find((candidate) => candidate.name === name);
    print(await (fuzzer === undefined ? smuggle(program, options) : attack(fuzzer, program, options)));
  }
}

command("fuzz")
  .argument("[fuzzer...]", NAMES.join(", "), [])
  .option("--inputs <number>", "how many of each", number, 10_000)
  .option("--seed <number>", "another seed makes other inputs", number, 1)
  .option("--from <number>", "number of the first input", number, 0)
  .option("--node <file>", "the Node that runs the API")
  .action(ending("fuzz", main))
  .parse();
