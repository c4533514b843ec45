import fs from "node:fs";
import path from "node:path";
import { program, run } from "./program";
import { secretsTable, withSecretOptions, withSecrets } from "./secrets-table";

const PAGE = path.join(__dirname, "../SECURITY.md");

const command = program(
  "secrets",
  "Writes the table of the states that hold secrets into SECURITY.md.",
).action(() => {
  const table = secretsTable(withSecretOptions());
  fs.writeFileSync(PAGE, withSecrets(fs.readFileSync(PAGE, "utf8"), table));
  console.log(table);
});

void run(command);
