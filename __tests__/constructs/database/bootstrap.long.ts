import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { runBootstrap } from "./run-bootstrap";
import { Server } from "./server";

jest.setTimeout(120_000);

/*
 * The job that makes the users, as Terraform would make it, against a real PostgreSQL: Debian's, by an administrator who is no
 * superuser, as clouds give it.
 */

const DATABASE = "shop";
let server: Server;
beforeAll(async () => {
  server = await Server.start(DATABASE);
});
afterAll(() => server.stop());

const bootstrap = (generation: number, identity?: string, group?: string) =>
  runBootstrap(server, { database: DATABASE, cluster: "eu", generation, identity, group });

const as = (role: "Owner" | "Application", generation: number, ...statements: string[]): string =>
  server.psql(`${role.toLowerCase()}-eu-${generation}`, `${role}${generation}`, DATABASE, statements);

it("makes the users, and makes them again without harm", () => {
  for (const _ of [1, 2]) {
    const { status, stdout, stderr } = bootstrap(1);
    expect([status, stderr.replace(/^Enter .*$/gm, "").trim()]).toEqual([0, ""]);
    expect(stdout).toContain("owner-eu-1 and application-eu-1 may sign in");
  }
});

it("tells no password to the server, which logs every statement", () => {
  expect(server.log()).toContain('ALTER USER "owner-eu-1" PASSWORD \'SCRAM-SHA-256$');
  expect(server.log()).not.toMatch(/Owner1|Application1/);
});

describe("the owner", () => {
  it("makes tables and schemas, which belong to its group", () => {
    expect(
      as("Owner", 1, "CREATE TABLE orders (id serial PRIMARY KEY, item text)", "CREATE SCHEMA audit"),
    ).toBe("");
    expect(
      as("Owner", 1, "CREATE TABLE audit.entries (id int)", "ALTER TABLE orders ADD COLUMN amount int"),
    ).toBe("");
    expect(
      as("Owner", 1, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'audit')"),
    ).toBe("owner");
  });

  it("makes no roles, and no databases", () => {
    expect(as("Owner", 1, "CREATE ROLE other")).toContain("permission denied");
    expect(as("Owner", 1, "CREATE DATABASE other")).toContain("permission denied");
  });
});

describe("the application", () => {
  it("reads and writes rows, in schemas that came later too", () => {
    expect(as("Application", 1, "INSERT INTO orders (item) VALUES ('tea'), ('milk')")).toBe("");
    expect(
      as("Application", 1, "UPDATE orders SET amount = 2", "DELETE FROM orders WHERE item = 'milk'"),
    ).toBe("");
    expect(
      as("Application", 1, "SELECT item, amount FROM orders", "SELECT count(*) FROM audit.entries"),
    ).toBe("tea|2\n0");
  });

  it.each([
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "ALTER TABLE orders ADD COLUMN mine int",
    "DROP TABLE orders",
    "TRUNCATE orders",
    "GRANT SELECT ON orders TO PUBLIC",
    "SET ROLE owner",
    "CREATE ROLE mine",
    "CREATE EXTENSION pgcrypto",
  ])("cannot %s", (statement) => {
    expect(as("Application", 1, statement)).toMatch(
      /permission denied|must be owner|no privileges were granted/,
    );
  });
});

/** pgbench, which signs in anew for every transaction, until it is told to stop. */
const client = (
  generation: number,
  seconds: number,
): { readonly child: ChildProcess; readonly output: () => string } => {
  const script = path.join(server.folder, "client.sql");
  fs.writeFileSync(script, "INSERT INTO orders (item) VALUES ('tea');\nSELECT count(*) FROM orders;\n");
  const child = spawn(
    path.join(server.bin, "pgbench"),
    ["--no-vacuum", "--connect", "--client=2", `--time=${seconds}`, `--file=${script}`],
    { env: server.environment(`application-eu-${generation}`, `Application${generation}`, DATABASE) },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  return { child, output: () => output };
};

describe("another generation of passwords", () => {
  it("comes while pods with the one before go on signing in, and no query fails", async () => {
    const before = client(1, 8);
    const ended = once(before.child, "close");
    expect(bootstrap(2).status).toBe(0);
    const after = client(2, 2);
    const [code] = (await once(after.child, "close")) as [number];
    expect([code, after.output()]).toEqual([0, expect.stringMatching(/failed transactions: 0 /)]);
    expect(before.child.exitCode).toBeNull(); // it ran beside all that
    const [codeBefore] = (await ended) as [number];
    expect([codeBefore, before.output()]).toEqual([0, expect.stringMatching(/failed transactions: 0 /)]);
    expect(Number(/transactions actually processed: (\d+)/.exec(before.output())?.[1])).toBeGreaterThan(20);
  });

  it("shuts the one before the last", () => {
    expect(bootstrap(3).status).toBe(0);
    expect(as("Application", 1, "SELECT 1")).toContain("password authentication failed");
    expect(as("Application", 2, "SELECT 1")).toBe("1");
    expect(as("Application", 3, "SELECT 1")).toBe("1");
  });

  it("may go back with a commit that is reverted, and shuts nothing that pods have", () => {
    expect(bootstrap(2).status).toBe(0);
    expect(as("Application", 3, "SELECT 1")).toBe("1");
    expect(bootstrap(4).status).toBe(0);
    expect(as("Application", 2, "SELECT 1")).toBe("1");
    expect(as("Application", 3, "SELECT 1")).toContain("password authentication failed");
  });
});

it("an identity of the cloud's becomes a member of who reads and writes rows, and of nothing else", () => {
  server.psql("postgres", "superuser", DATABASE, ["CREATE ROLE \"shop@example.iam\" LOGIN PASSWORD 'cloud'"]);
  expect(bootstrap(4, "shop@example.iam").status).toBe(0);
  const identity = (statement: string) => server.psql("shop@example.iam", "cloud", DATABASE, [statement]);
  expect(identity("SELECT item FROM orders LIMIT 1")).toBe("tea");
  expect(identity("CREATE TABLE mine (id int)")).toContain("permission denied");
});

it("who signs in by tokens of RDS is made, in the server's group for that, without a password, and may do no more", () => {
  const { user } = server.administrator;
  server.psql("postgres", "superuser", DATABASE, [
    "CREATE ROLE rds_iam",
    `GRANT rds_iam TO "${user}" WITH ADMIN OPTION`, // as RDS' administrator has it
  ]);
  for (const _ of ["made", "found"])
    expect(bootstrap(4, "application-eu-identity", "rds_iam").status).toBe(0);
  const about = (question: string) => server.psql("postgres", "superuser", DATABASE, [question]);
  expect(
    about(
      "SELECT string_agg(roleid::regrole::text, ' ' ORDER BY roleid::regrole::text) FROM pg_auth_members WHERE member = '\"application-eu-identity\"'::regrole",
    ),
  ).toBe("application rds_iam");
  expect(
    about("SELECT rolcanlogin, rolpassword IS NULL FROM pg_authid WHERE rolname = 'application-eu-identity'"),
  ).toBe("t|t");
});

it("what the page on databases says restores what was lost, and its rights", () => {
  const page = fs.readFileSync(path.join(__dirname, "../../../docs/databases.md"), "utf8");
  const commands = [...page.matchAll(/^ {3}(pg_(?:dump|restore) .*)$/gm)].map(
    ([, command]) => command as string,
  );
  expect(commands).toHaveLength(2);
  const before = as("Application", 4, "SELECT count(*) FROM orders");
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@${server.host}:${server.port}/${DATABASE}?sslmode=verify-full&sslrootcert=${server.ca}`;
  const { user, password } = server.administrator;
  const run = (command: string) =>
    spawnSync("sh", ["-ec", command], {
      cwd: server.folder,
      encoding: "utf8",
      env: {
        PATH: `${server.bin}:${process.env["PATH"]}`,
        RESTORED_URL: url(user, password),
        OWNER_URL: url("owner-eu-4", "Owner4"),
      },
    });
  expect(run(commands[0] as string)).toMatchObject({ status: 0, stderr: "" });
  expect(as("Owner", 4, "DROP TABLE orders", "DROP SCHEMA audit CASCADE")).not.toContain("ERROR");
  expect(as("Application", 4, "SELECT count(*) FROM orders")).toContain("does not exist");
  expect(run(commands[1] as string)).toMatchObject({ status: 0, stderr: "" });
  expect(as("Application", 4, "SELECT count(*) FROM orders")).toBe(before);
  expect(as("Application", 4, "INSERT INTO orders (item) VALUES ('bread')")).toBe("");
  expect(
    as("Owner", 4, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'audit')"),
  ).toBe("owner");
});
