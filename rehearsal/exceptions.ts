import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Finding, NAMED_RULES } from "./finding";
import { InputError } from "./input-error";
import { matches } from "./pattern";
import { isPolicyRule } from "./policies/judge";
import { isRule } from "./rules/check";
import { isWorldRule } from "./world/judge";
import { parseYaml } from "./yaml-file";

const UNACCEPTABLE = ["terraform", "emulator"];

const text = (expected: string) => z.string({ error: `expected ${expected}` });
const pattern = (expected: string) => text(expected).min(1, `expected ${expected}`).default("*");

const EXCEPTION = z.strictObject({
  /** As a finding names it. */
  rule: text("the rule as the report names it, such as azurerm_subnet/address_prefixes").superRefine(
    (rule, context) => {
      if (UNACCEPTABLE.includes(rule)) {
        const message = `${rule}: what ${NAMED_RULES[rule as keyof typeof NAMED_RULES]} is about has to be repaired`;
        context.addIssue({ code: "custom", message });
      } else if (!isKnown(rule)) {
        const named = Object.keys(NAMED_RULES).filter((name) => !UNACCEPTABLE.includes(name));
        const message = `no rule "${rule}"; expected the rule as the report names it, such as azurerm_subnet/address_prefixes, checkov/CKV_AZURE_9, policy/tags, or one of ${named.join(", ")}`;
        context.addIssue({ code: "custom", message });
      }
    },
  ),
  /** `*` stands for anything. */
  workspace: pattern("a workspace, such as azure-network-eu or azure-*"),
  address: pattern("an address, such as azurerm_subnet.Nodes"),
  reason: text("why the finding does no harm").min(
    10,
    "expected why the finding does no harm, in a sentence",
  ),
  /** The last day on which it holds. */
  until: z.iso.date({ error: "expected the last day on which it holds, such as 2030-01-31" }),
});

const FILE = z.strictObject({
  exceptions: z.array(EXCEPTION, { error: "expected a list" }),
});

const isKnown = (rule: string): boolean =>
  rule in NAMED_RULES || isRule(rule) || isWorldRule(rule) || isPolicyRule(rule) || SCANNED.test(rule);

/** A check of a scanner's: what it is about, only the scanner knows. */
const SCANNED = /^checkov\/CKV2?_[A-Z]+_\d+$/;

export type Exception = z.infer<typeof EXCEPTION>;

/** Findings that a team accepts, each for a reason and up to a day. */
export class Exceptions {
  private readonly used = new Set<Exception>();

  private constructor(
    private readonly entries: readonly Exception[],
    private readonly today: string,
  ) {}

  /**
   * @param file - none: nothing is accepted
   * @throws InputError with everything that is wrong in the file
   */
  static read(file: string | undefined, today = new Date().toISOString().slice(0, 10)): Exceptions {
    if (file === undefined) return new Exceptions([], today);
    return new Exceptions(parse(file).exceptions, today);
  }

  /** Why a finding is accepted, or undefined if it is not. */
  accept(workspace: string, { rule, address = "" }: Pick<Finding, "rule" | "address">): string | undefined {
    const found = this.entries.filter(
      (entry) =>
        entry.rule === rule && matches(entry.workspace, workspace) && matches(entry.address, address),
    );
    for (const entry of found) this.used.add(entry);
    return found.find(({ until }) => until >= this.today)?.reason;
  }

  /** Those that were needed, but hold no longer. */
  get expired(): Exception[] {
    return [...this.used].filter(({ until }) => until < this.today);
  }

  /** Those that accepted nothing in these workspaces, which they are about. */
  unused(workspaces: readonly string[]): Exception[] {
    const about = ({ workspace }: Exception) => workspaces.some((id) => matches(workspace, id));
    return this.entries.filter((entry) => !this.used.has(entry) && about(entry));
  }
}

/** The file of a project, where it has one. */
export function exceptionsOf(project: string): string | undefined {
  const file = path.join(project, "exceptions.yaml");
  return fs.existsSync(file) ? file : undefined;
}

function parse(file: string): z.infer<typeof FILE> {
  let source: string;
  try {
    source = fs.readFileSync(file, "utf8");
  } catch {
    throw new InputError(`--exceptions ${file}: no such file`);
  }
  return parseYaml(file, source, FILE);
}
