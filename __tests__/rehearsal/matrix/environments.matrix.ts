import { environments } from "../../../config/environments";
import type { Difference } from "../../../rehearsal/schema/compare";
import { rehearseCommand } from "../fixtures/command";
import { expectSound } from "../fixtures/report";

/** A folder of real schemas, if the machine has one: `--make-schemas` makes it. `--providers` is found by the command. */
const schemas = process.env["MERIDIAN_SCHEMAS"];
const names = Object.keys(environments);

// With derived schemas JSON is part of `npm test`, and `formats.matrix.ts` shows that HCL says the same.
const real = schemas ? ["--schemas", schemas] : [];
const formats = [
  { format: "json", args: real },
  { format: "hcl", args: [...real, "--hcl"] },
].filter(({ format }) => schemas || format === "hcl");

describe.each(formats)("as $format", ({ args }) => {
  it.each(names)(
    `%s holds, with ${schemas ? "real" : "derived"} schemas`,
    async (name) => {
      const report = await expectSound([name, ...args]);
      const programs = [...new Set(report.workspaces.flatMap((workspace) => workspace.real))];
      process.stdout.write(`${name}: validated by the real ${programs.join(", ") || "none"}\n`);
    },
    600_000,
  );
});

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
