import fs from "node:fs";
import path from "node:path";
import { clouds, everyCloud } from "../config/clouds";

const root = path.join(__dirname, "..");

/** From the bottom up: a room may import those before it. */
const ROOMS = ["config", "constructs", "stacks", "commands"];

/** Rooms that stand alone: they work on what the others wrote, never with their code. The lab runs the nodes that Vagrant lists, and speaks to Terraform as the rehearsal does. */
const ISLANDS: Readonly<Record<string, readonly string[]>> = {
  rehearsal: [],
  "app/server": [],
  delivery: ["rehearsal"],
  "app/src": [],
  "app/movies": [],
  lab: ["rehearsal", "vagrant", "app"],
};

/** They stay green when a region or a workload is added to an environment. */
const READ_WHAT_IS_SHIPPED = [
  "__tests__/changes/main.ts",
  "__tests__/commands/graph/pictures.long.ts",
  "__tests__/commands/init/init.long.ts",
  "__tests__/commands/synth.long.ts",
  "__tests__/config/client-address.test.ts",
  "__tests__/config/documentation.test.ts",
  "__tests__/config/examples.test.ts",
  "__tests__/config/load.test.ts",
  "__tests__/config/movies.test.ts",
  "__tests__/config/overlays/problems.ts",
  "__tests__/lab/lofocats.test.ts",
  "__tests__/lab/movies.test.ts",
  "__tests__/overlay/rehearsal.suite.ts",
  "__tests__/readme.test.ts",
  "__tests__/rehearsal/matrix/deploy.matrix.ts",
  "__tests__/rehearsal/matrix/environments.matrix.ts",
  "__tests__/rehearsal/matrix/kops-variants.matrix.ts",
  "__tests__/stacks/addresses/shipped.test.ts",
  "__tests__/stacks/aws/kops/workspaces.test.ts",
  "__tests__/stacks/contract.test.ts",
  "__tests__/stacks/documentation-values.long.ts",
  "__tests__/stacks/movies.test.ts",
  "__tests__/stacks/output/install.long.ts",
  "__tests__/stacks/synthesis.test.ts",
];

const sources = (room: string): readonly string[] =>
  fs.existsSync(path.join(root, room))
    ? fs
        .readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.includes("node_modules"))
        .map((file) => path.join(room, file))
    : [];

const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

const importsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/(?:from|import|require\()\s*"([^"]+)"/g)].map(([, target]) => target as string);

/** The room that a relative import leads to. */
const roomOf = (file: string, target: string): string =>
  path.join(path.dirname(file), target).split(path.sep)[0] as string;

describe.each(ROOMS)("%s", (room) => {
  it.each(sources(room))("%s imports only from rooms below its own", (file) => {
    const foreign = importsOf(file)
      .filter((target) => target.startsWith("."))
      .map((target) => roomOf(file, target))
      .filter((target) => target !== room);
    // Data that other programs read too is no room.
    const data = ["package.json", room === "config" ? "vagrant" : "dashboards"];
    const beside = room === "commands" ? ["rehearsal"] : []; // exceptions are written down once
    expect([...ROOMS.slice(0, ROOMS.indexOf(room)), ...beside, ...data]).toEqual(
      expect.arrayContaining(foreign),
    );
  });
});

describe.each(Object.entries(ISLANDS))("%s", (room, allowed) => {
  it.each(sources(room))("%s imports nothing of other rooms", (file) => {
    const foreign = importsOf(file)
      .filter((target) => target.startsWith("."))
      .map((target) => roomOf(file, target))
      .filter((target) => target !== room.split("/")[0] && target !== "package.json"); // data
    expect(allowed).toEqual(expect.arrayContaining(foreign));
  });
});

describe("app/server", () => {
  it.each(sources("app/server"))("%s imports nothing of the programs that share it", (file) => {
    const foreign = importsOf(file)
      .filter((target) => target.startsWith("."))
      .map((target) => path.join(path.dirname(file), target))
      .filter((target) => !target.startsWith("app/server/"));
    expect(foreign).toEqual([]);
  });
});

/** The files of the project that a file needs when it is loaded; imports of types alone are gone by then. */
const neededBy = (file: string): readonly string[] => {
  const statements = read(file).matchAll(
    /^(?:import|export) (?!type\b)(?:(?:[\w*]+ as \w+|\w+)?,? ?(\{[^}]*\})? ?from )?"(\.[^"]*)"/gm,
  );
  return [...statements].flatMap(([, names, target]) => {
    const values = (names ?? "value")
      .replace(/[{}]/g, "")
      .split(",")
      .map((name) => name.trim());
    if (values.filter((name) => name !== "").every((name) => name.startsWith("type "))) return [];
    const to = path.join(path.dirname(file), target as string);
    return [`${to}.ts`, path.join(to, "index.ts")].filter((each) => fs.existsSync(path.join(root, each)));
  });
};

/** The first way from each file back to itself, by what files need. */
function circlesAmong(
  files: readonly string[],
  needs: (file: string) => readonly string[],
): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (done.has(file)) return;
    done.add(file);
    for (const next of needs(file)) visit(next, [...way, file]);
  };
  for (const file of files) visit(file, []);
  return circles;
}

describe("circles", () => {
  it("are seen, however long", () => {
    const needs: Record<string, string[]> = { a: ["b"], b: ["c"], c: ["a", "d"], d: [] };
    expect(circlesAmong(["d", "a"], (file) => needs[file] ?? [])).toEqual(["a -> b -> c -> a"]);
    expect(neededBy("config/parse.ts")).toEqual(
      expect.arrayContaining(["config/rules/index.ts", "config/schema/environment.ts"]),
    );
    expect(neededBy("config/clouds/cloud.ts")).toEqual([]);
  });

  it("are there among no files that are loaded", () => {
    const files = [...ROOMS, ...Object.keys(ISLANDS), "runner", "dashboards", "benchmarks"];
    expect(circlesAmong(files.flatMap(sources), neededBy)).toEqual([]);
  });
});

describe("a cloud", () => {
  const names = Object.keys(clouds);
  const kinds = [
    ...names,
    ...everyCloud("clusters").map(({ schema }) => schema.shape.kind.value),
    ...everyCloud("balancers").map(({ schema }) => schema.shape.kind.value),
    ...[...everyCloud("dns"), ...everyCloud("certificates"), ...everyCloud("states")].map(
      ({ shape }) => shape.kind.value,
    ),
  ];
  const asksForCloud = new RegExp(`(?:\\bkind(?:: | [=!]== )|\\bcase )"(?:${kinds.join("|")})"`);

  it("is asked for by its own folders alone", () => {
    expect(asksForCloud.test('if (infrastructure.kind === "aws")')).toBe(true);
    const asking = ROOMS.flatMap(sources)
      .filter((file) => !file.startsWith("config/environments/"))
      .filter((file) => !names.some((name) => new RegExp(`/${name}(?:/|\\.ts$)`).test(file)))
      .filter((file) => !/\/databases?\.ts$/.test(file)) // databases that exist are a kind of their own
      .filter((file) => asksForCloud.test(read(file)));
    expect(asking).toEqual([]);
  });
});

describe("every source file", () => {
  const files = [...ROOMS, ...Object.keys(ISLANDS)].flatMap(sources);

  it.each(files)("%s imports provider classes one by one, never a whole provider", (file) => {
    const whole = importsOf(file).filter((target) => /^@cdktf\/provider-[a-z]+$/.test(target));
    expect(whole).toEqual([]);
  });

  it("reads the process's environment only where configuration is loaded", () => {
    const readers = ["config", "constructs", "stacks"]
      .flatMap(sources)
      .filter((file) => read(file).includes("process.env"));
    expect(readers).toEqual(["config/load.ts", "stacks/synthesis.ts"]); // the latter hands the format to cdktf
  });

  it("keeps clock, chance and network out of synthesis", () => {
    const impure = ["config", "constructs", "stacks"]
      .flatMap(sources)
      .filter((file) =>
        /Math\.random|Date\.now|new Date\(|randomBytes|randomUUID|fetch\(|node:https?/.test(read(file)),
      );
    expect(impure).toEqual([]);
  });

  it("reads what is shipped only in tests that hold for every configuration; behaviour has fixtures of its own", () => {
    const readers = sources("__tests__").filter((file) =>
      /config\/(?:load|environments|workloads)\b/.test(importsOf(file).join("\n")),
    );
    expect(readers.sort()).toEqual(READ_WHAT_IS_SHIPPED);
  });

  it("has no room for leftovers", () => {
    const rooms = fs.readdirSync(root, { recursive: true, encoding: "utf8" });
    const others = /node_modules|\/opentelemetry\/proto\//; // whose folders others have named
    const leftovers = rooms.filter(
      (file) => /(^|\/)(utils?|helpers?|common|misc)(\.ts)?$/.test(file) && !others.test(file),
    );
    expect(leftovers).toEqual([]);
  });
});
