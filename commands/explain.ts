import fs from "node:fs";
import path from "node:path";
import { program, run } from "./program";
import { readReference } from "./reference/entries";
import { find } from "./reference/find";
import { PAGE, pageOf } from "./reference/page";
import { textOf } from "./reference/text";

interface Flags {
  readonly json: boolean;
  readonly write: boolean;
}

const command = program(
  "explain",
  "Says what a key of the configuration means, what it may be, and what it is by default.",
)
  .argument("[key]", "such as regions.eu.clusters; the environment itself by default", "")
  .option("--json", "for programs, with everything below", false)
  .option("--write", `renew ${PAGE}, which has all keys`, false)
  .action((key: string, { json, write }: Flags) => {
    const environment = readReference();
    if (write) {
      fs.writeFileSync(path.join(__dirname, "..", PAGE), pageOf(environment));
      console.error(`wrote ${PAGE}`);
      return;
    }
    const found = find(environment, key);
    console.log(json ? JSON.stringify(found, null, 2) : found.map(textOf).join("\n\n"));
  });

void run(command);
