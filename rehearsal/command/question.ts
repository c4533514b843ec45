import path from "node:path";
import { exceptionsOf } from "../exceptions";
import { teamPolicies } from "../policies/file";
import type { Options } from "../rehearse";
import type { Progress } from "../report/progress";
import { type Flags, faults } from "./flags";

/** The folder that `main.ts` lies in. */
export const PROJECT = path.resolve(__dirname, "../..");

export interface Question {
  readonly environments: readonly string[];
  readonly flags: Flags;
  /** The caller makes it, and removes it afterwards. */
  readonly temporary: string;
  readonly shown: Progress;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** The exit code. */
  readonly code: number;
  /** For the standard output. */
  readonly text: string;
}

/** How a folder is to be rehearsed. */
export function optionsFor(folder: string, { environments, flags, shown, signal }: Question): Options {
  return {
    folder,
    environments,
    project: PROJECT,
    schemas: flags.schemas,
    providers: flags.providers,
    faults: faults(flags),
    canaries: flags.canaries,
    exceptions: flags.exceptions ?? exceptionsOf(PROJECT),
    policies: teamPolicies(PROJECT),
    work: flags.work && path.resolve(flags.work),
    destroy: flags.destroy,
    signal,
    onProgress: shown.update.bind(shown),
    ...(flags.parallel ? { parallel: flags.parallel } : {}),
  };
}
