import { outputFolder } from "../../config/load";
import { synthesize } from "../../stacks/synthesis";
import { type Measured, withRegions } from "./regions";

/** What `main.ts` does, for a generated environment: `regions-main.ts <environment> <count>`. */
const [name, count] = process.argv.slice(2) as [Measured, string];
synthesize([withRegions(name, Number(count))], { outdir: outputFolder() });
