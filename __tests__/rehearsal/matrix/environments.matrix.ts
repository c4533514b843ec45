import { environments } from "../../../config/environments";
import type { Report } from "../../../rehearsal/rehearse";
import type { Difference } from "../../../rehearsal/schema/compare";
import { rehearseCommand } from "../fixtures/command";

/** A folder of real schemas, if the machine has one: `terraform providers schema -json` makes it. */
const schemas = process.env["MERIDIAN_SCHEMAS"];
const names = Object.keys(environments);

// With derived schemas JSON is part of `npm test`, and `formats.matrix.ts` shows that HCL says the same.
const cases = names.flatMap((name) =>
  schemas
    ? [
        { name, source: "real schemas", format: "json", args: ["--schemas", schemas] },
        { name, source: "real schemas", format: "hcl", args: ["--schemas", schemas, "--hcl"] },
      ]
    : [{ name, source: "derived schemas", format: "hcl", args: ["--hcl"] }],
);

it.each(cases)(
  "$name holds as $format, with $source",
  async ({ name, args }) => {
    const { code, stdout, stderr } = await rehearseCommand([name, "--json", ...args]);
    if (!stdout) throw new Error(stderr);
    const report = JSON.parse(stdout) as Report;
    expect(
      report.workspaces.flatMap(({ workspace, findings }) =>
        findings.map((finding) => ({ workspace, ...finding })),
      ),
    ).toEqual([]);
    expect(code).toBe(0);
  },
  180_000,
);

(schemas ? it : it.skip)(
  "every difference between derived and real schemas is explained",
  async () => {
    const { code, stdout } = await rehearseCommand([
      ...names,
      "--compare",
      "--json",
      "--schemas",
      schemas as string,
    ]);
    const differences = JSON.parse(stdout) as Difference[];
    process.stdout.write(
      `derived and real schemas: ${differences.length} differences, all explained where this passes\n`,
    );
    expect(differences.filter(({ explanation }) => !explanation)).toEqual([]);
    expect(code).toBe(0);
  },
  60_000,
);
