import { problemsIn } from "./problems";

/** Prints what is wrong with the overlays in each of the folders that its arguments name. */
process.stdout.write(JSON.stringify(process.argv.slice(2).map(problemsIn)));
