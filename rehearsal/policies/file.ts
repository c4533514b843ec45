import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parseYaml } from "../yaml-file";

/** Where a team writes its policies, beside `main.ts`. */
const NAME = "policies.yaml";

const words = (what: string, example: string) =>
  z
    .array(z.string().min(1), { error: `expected a list of ${what}, such as [${example}]` })
    .min(1, `expected at least one, such as [${example}]; without the key everything is allowed`)
    .optional();

const FILE = z.strictObject({
  /** Keys that everything which can carry tags or labels has to have, with a value. */
  tags: words("tags", "team, cost-centre"),
  /** Locations, regions and zones that may be used; `*` stands for anything. */
  locations: words("locations", '"westeurope", "us-central1*"'),
  /** Sizes of machines and databases that may be used; `*` stands for anything. */
  sizes: words("sizes", '"Standard_B*", "db-f1-micro"'),
  /** Whether whatever a cloud can protect from deletion has to be protected. */
  deletionProtection: z
    .literal("required", { error: 'expected "required"; leave the key out otherwise' })
    .optional(),
});

/** What a team chooses beside the rehearsal's own rules. */
export type TeamPolicies = z.infer<typeof FILE>;

/**
 * The policies of a project; without a file there are none.
 *
 * @throws InputError with everything that is wrong in the file
 */
export function teamPolicies(project: string): TeamPolicies {
  const file = path.join(project, NAME);
  if (!fs.existsSync(file)) return {};
  return parseYaml(
    file,
    fs.readFileSync(file, "utf8"),
    z.preprocess((content) => content ?? {}, FILE),
  );
}
