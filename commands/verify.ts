import fs from "node:fs";
import { InvalidArgumentError } from "commander";
import pc from "picocolors";
import { loadEnvironments } from "../config/load";
import { refused } from "../config/problem";
import type { Environment } from "../config/schema/environment";
import { Outputs } from "./cluster-access";
import { positive, program, run } from "./program";
import { type Finding, verify } from "./verify/checks";
import { type Target, targetsOf } from "./verify/targets";

interface Options {
  readonly from: string;
  readonly ca?: string;
  readonly connect: Readonly<Record<string, string>>;
  readonly requests: number;
  readonly timeout: number;
  readonly plainPort: number;
  readonly json: boolean;
}

/** Asks what users reach of an environment, and prints what was seen. */
async function act(name: string, options: Options): Promise<void> {
  const [environment] = loadEnvironments([name]) as [Environment];
  const ca = options.ca === undefined ? undefined : read(options.ca);
  const found = targetsOf(environment, new Outputs(options.from), ca);
  if (found.length === 0)
    throw refused(
      name,
      "nothing of it can be asked: no name is configured, and no workspace has published one; expected that it is applied, or another folder by --from",
    );
  const targets = found.map((target) => ({ ...target, address: addressOf(target, options) }));
  const { requests, plainPort } = options;
  const settings = { requests, plainPort, timeout: options.timeout * 1000 };
  const findings: Finding[] = [];
  for (const target of targets) {
    process.stderr.write(
      pc.dim(`${target.name}: ${target.host}${target.address ? ` at ${target.address}` : ""}\n`),
    );
    findings.push(...(await verify(target, environment, settings)));
  }
  console.log(options.json ? JSON.stringify({ environment: name, findings }, null, 2) : table(findings));
  if (findings.some(({ result }) => result === "failed")) process.exitCode = 1;
}

const addressOf = ({ host, address }: Target, { connect }: Options): string | undefined =>
  connect[host] ?? address;

const PAINT = { passed: pc.green, failed: pc.red, skipped: pc.dim };

function table(findings: readonly Finding[]): string {
  const width = (of: (finding: Finding) => string) => Math.max(...findings.map((each) => of(each).length));
  const target = width((each) => each.target);
  const check = width((each) => each.check);
  const count = (result: Finding["result"]) => findings.filter((each) => each.result === result).length;
  return [
    ...findings.map(
      (each) =>
        `${each.target.padEnd(target)}  ${each.check.padEnd(check)}  ${PAINT[each.result](each.result.padEnd(7))}  ${each.seen}`,
    ),
    `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`,
  ].join("\n");
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    throw refused(file, `cannot be read: ${(error as Error).message}; expected a CA's certificate, PEM`);
  }
}

/** `--connect api.us=192.0.2.10`, once for each name. */
function connection(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, host, address] = /^([^=\s]+)=([^=\s]+)$/.exec(text) ?? [];
  if (host === undefined || address === undefined)
    throw new InvalidArgumentError("expected <name>=<address>, such as api.us=192.0.2.10");
  return { ...before, [host]: address };
}

void run(
  program(
    "verify",
    "Asks an applied environment as its users do: exit code 1 where something is not as it should be.",
  )
    .argument("<environment>", "which")
    .option("--from <folder>", "where synthesis wrote the workspaces", "cdktf.out")
    .option(
      "--ca <file>",
      "CA that certificates must come from, PEM, instead of what the platform's CA published",
    )
    .option(
      "--connect <name=address>",
      "where a name is, without asking DNS; once for each name",
      connection,
      {},
    )
    .option("--requests <number>", "questions that show which regions take turns", positive, 10)
    .option("--timeout <seconds>", "until a question counts as lost", positive, 10)
    .option("--plain-port <number>", "port of plain HTTP", positive, 80)
    .option("--json", "for programs", false)
    .action(act),
);
