import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { freePort } from "../../support/free-port";

/** Where Debian keeps PostgreSQL's programs. */
const PROGRAMS = "/usr/lib/postgresql";

const newest = (): string => {
  const [version] = fs.readdirSync(PROGRAMS).sort((a, b) => Number(b) - Number(a));
  return path.join(PROGRAMS, version as string, "bin");
};

/** A PostgreSQL server that speaks TLS by its name or address, with an administrator who is no superuser. */
export class Server {
  readonly bin = newest();
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-postgres-"));
  readonly ca = path.join(this.folder, "ca.crt");
  readonly administrator = { user: "administrator", password: "administers" };

  private constructor(
    readonly host: string,
    readonly port: number,
  ) {}

  /** @param host - the address that it listens on */
  static async start(database: string, host = "localhost"): Promise<Server> {
    const server = new Server(host, await freePort(host));
    server.certify();
    server.initialize();
    server.psql("postgres", "superuser", "postgres", [
      `CREATE ROLE administrator LOGIN CREATEROLE CREATEDB PASSWORD '${server.administrator.password}'`,
      `CREATE DATABASE ${database} OWNER administrator`,
    ]);
    return server;
  }

  stop(): void {
    this.own(path.join(this.bin, "pg_ctl"), "-D", this.data, "-m", "immediate", "stop");
    fs.rmSync(this.folder, { recursive: true });
  }

  /** What the server has logged, every statement included. */
  log = (): string => fs.readFileSync(path.join(this.folder, "log"), "utf8");

  /** Runs statements; gives what they print, or what was said against them. */
  psql(user: string, password: string, database: string, statements: readonly string[]): string {
    const { stdout, stderr } = spawnSync(
      path.join(this.bin, "psql"),
      ["-XqAt", "-v", "ON_ERROR_STOP=1", ...statements.flatMap((each) => ["-c", each])],
      { encoding: "utf8", env: this.environment(user, password, database) },
    );
    return (stdout + stderr).trim();
  }

  /** The variables by which libpq's programs find the server. */
  environment = (user: string, password: string, database: string): NodeJS.ProcessEnv => ({
    PATH: `${this.bin}:${process.env["PATH"]}`,
    PGHOST: this.host,
    PGPORT: String(this.port),
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
    PGSSLMODE: "verify-full",
    PGSSLROOTCERT: this.ca,
  });

  private get data(): string {
    return path.join(this.folder, "data");
  }

  private certify(): void {
    const file = (name: string) => path.join(this.folder, name);
    const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    openssl("req", "-x509", ...key, "-subj", "/CN=ca", "-keyout", file("ca.key"), "-out", this.ca);
    const ca = [
      "-CA",
      this.ca,
      "-CAkey",
      file("ca.key"),
      "-addext",
      `subjectAltName=DNS:localhost${net.isIP(this.host) ? `,IP:${this.host}` : ""}`,
    ];
    const out = ["-keyout", file("server.key"), "-out", file("server.crt")];
    openssl("req", "-x509", ...key, "-subj", "/CN=localhost", ...ca, ...out);
  }

  private initialize(): void {
    const password = path.join(this.folder, "password");
    fs.writeFileSync(password, "superuser");
    if (process.getuid?.() === 0) execFileSync("chown", ["-R", "nobody", this.folder]);
    fs.chmodSync(path.join(this.folder, "server.key"), 0o600);
    this.own(
      path.join(this.bin, "initdb"),
      "-D",
      this.data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      `--pwfile=${password}`,
      "--no-sync",
    );
    const settings = {
      port: this.port,
      listen_addresses: this.host,
      unix_socket_directories: this.folder,
      fsync: "off",
      log_statement: "all",
      ssl: "on",
      ssl_cert_file: path.join(this.folder, "server.crt"),
      ssl_key_file: path.join(this.folder, "server.key"),
    };
    fs.appendFileSync(
      path.join(this.data, "postgresql.conf"),
      Object.entries(settings)
        .map(([key, value]) => `${key} = '${value}'\n`)
        .join(""),
    );
    fs.appendFileSync(path.join(this.data, "pg_hba.conf"), "hostssl all all all scram-sha-256\n");
    this.own(
      path.join(this.bin, "pg_ctl"),
      "-D",
      this.data,
      "-l",
      path.join(this.folder, "log"),
      "-w",
      "start",
    );
  }

  /** Runs a program as a user who is not root, which the server refuses to be. */
  private own(program: string, ...args: string[]): void {
    const [first, ...others] =
      process.getuid?.() === 0
        ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", program, ...args]
        : [program, ...args];
    // Neither of its streams is ours: the server would keep them open.
    execFileSync(first as string, others, { stdio: "ignore", cwd: this.folder });
  }
}
