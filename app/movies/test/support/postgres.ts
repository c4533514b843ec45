/** A real PostgreSQL for one suite: Debian's programs, on a port of its own, with an owner and an application user. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { eventually } from "../../../test/support/api";

const VERSIONS = "/usr/lib/postgresql";

/** Debian keeps the programs where no PATH leads. */
function program(name: string): string {
  const version = fs.existsSync(VERSIONS) ? fs.readdirSync(VERSIONS).sort().at(-1) : undefined;
  if (version === undefined) {
    throw new Error(`no PostgreSQL in ${VERSIONS}: apt-get install postgresql-15`);
  }
  return path.join(VERSIONS, version, "bin", name);
}

/** PostgreSQL does not run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const freePort = (address: string): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, address, () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

const PASSWORD = "for-tests";

export type DatabaseUser = "administrator" | "movies_owner" | "movies_app";

const run = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
};

export class Postgres {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly address: string,
  ) {}

  /** @param address on which it listens */
  static async start(address = "127.0.0.1"): Promise<Postgres> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-postgres-"));
    if (nobody.uid !== undefined) {
      fs.chownSync(folder, nobody.uid, nobody.gid);
    }
    const words = path.join(folder, "password");
    fs.writeFileSync(words, PASSWORD, { mode: 0o644 });
    const options = ["--auth=scram-sha-256", "--username=administrator", `--pwfile=${words}`, "--no-sync"];
    execFileSync(program("initdb"), [...options, `--pgdata=${folder}/data`], { ...nobody, stdio: "pipe" });
    fs.appendFileSync(`${folder}/data/pg_hba.conf`, "host all all all scram-sha-256\n");
    const postgres = new Postgres(folder, await freePort(address), address);
    await postgres.up();
    await run(
      postgres.url("administrator", "postgres"),
      `create role movies_owner login password '${PASSWORD}'`,
      `create role movies_app login password '${PASSWORD}'`,
    );
    await postgres.database("movies");
    return postgres;
  }

  /** A new database; gives its owner's URL. */
  async database(name: string): Promise<string> {
    await run(this.url("administrator", "postgres"), `create database ${name} owner movies_owner`);
    return this.url("movies_owner", name);
  }

  url(user: DatabaseUser, database = "movies"): string {
    return `postgresql://${user}:${PASSWORD}@${this.address}:${this.port}/${database}`;
  }

  run(user: DatabaseUser, ...statements: readonly string[]): Promise<void> {
    return run(this.url(user), ...statements);
  }

  async up(): Promise<void> {
    const flags = [
      "-c",
      "fsync=off",
      "-c",
      `listen_addresses=${this.address}`,
      "-c",
      "unix_socket_directories=",
    ];
    const server = spawn(
      program("postgres"),
      ["-D", `${this.folder}/data`, "-p", String(this.port), ...flags],
      {
        ...nobody,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let log = "";
    server.stderr.on("data", (chunk) => {
      log += chunk;
    });
    this.server = server;
    await eventually(
      "PostgreSQL",
      () =>
        run(this.url("administrator", "postgres"), "select 1").then(
          () => true,
          () => false,
        ),
      20_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}: ${log}`);
    });
  }

  /** Ends every connection at once. */
  async down(): Promise<void> {
    const { server } = this;
    if (server !== undefined && server.exitCode === null) {
      const exited = once(server, "exit");
      server.kill("SIGQUIT");
      await exited;
    }
  }

  async remove(): Promise<void> {
    await this.down();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
