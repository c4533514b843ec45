import path from "node:path";
import { loadEnvironments } from "../config/load";
import { ConfigurationError } from "../config/problem";
import { environmentsProgram, run } from "./program";
import { lockProblems, PLATFORMS, writeLock } from "./provider-locks";

interface Flags {
  readonly mirror?: string;
  readonly platform: readonly string[];
  readonly check: boolean;
}

const CHECKOUT = path.join(__dirname, "..");

const command = environmentsProgram(
  "locks",
  "Writes config/locks/<environment>.hcl: checksums of every provider that an environment requires. Synthesis gives each workspace its part.",
)
  .option("--mirror <folder>", "a filesystem mirror of providers, instead of the registry")
  .option("--platform <platforms...>", "what Terraform runs on", PLATFORMS)
  .option("--check", "write nothing, and fail where a checksum is missing", false)
  .action((names: string[], flags: Flags) => {
    const environments = loadEnvironments(names, { overlays: "committed" });
    if (!flags.check) {
      for (const environment of environments) console.log(writeLock(environment, CHECKOUT, flags));
      return;
    }
    const problems = environments.flatMap((environment) => lockProblems(environment, CHECKOUT));
    if (problems.length > 0) throw new ConfigurationError("config/locks", problems);
  });

void run(command);
