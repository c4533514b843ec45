import { loadEnvironments, outputFolder } from "./config/load";
import { exitOnConfigurationError } from "./config/problem";
import { synthesize } from "./stacks/synthesis";

exitOnConfigurationError(() =>
  synthesize(loadEnvironments(process.argv.slice(2)), { outdir: outputFolder() }),
);
