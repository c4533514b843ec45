import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { BACKUP_SCRIPT } from "../../constructs/k3s/backup";

/** Azure, as a machine sees it: who it is, and a container that takes what comes with the right token. */
class Azure {
  readonly blobs = new Map<string, Buffer>();
  private readonly server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://azure");
    const { authorization, metadata, "x-ms-blob-type": type } = request.headers;
    if (pathname === "/metadata/identity/oauth2/token" && metadata === "true") {
      response.end(JSON.stringify({ access_token: "of-the-machine", token_type: "Bearer" }));
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const isAllowed =
        authorization === "Bearer of-the-machine" && type === "BlockBlob" && pathname.startsWith("/eu/");
      if (isAllowed) this.blobs.set(pathname, Buffer.concat(parts));
      response.writeHead(isAllowed ? 201 : 403).end();
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
  }
}

const azure = new Azure();
let address: string;
const root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-backup-"));
const calls = path.join(root, "calls");

beforeAll(async () => {
  address = await azure.start();
  fs.writeFileSync(path.join(root, "systemctl"), `#!/bin/sh\necho "$@" >> "${calls}"\n`, { mode: 0o755 });
});
afterAll(() => {
  azure.stop();
  fs.rmSync(root, { recursive: true });
});

/** Runs the script on the machine whose K3s keeps its data in a folder. */
async function backup(data: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn("bash", [BACKUP_SCRIPT, ...args], {
    env: { ...process.env, PATH: `${root}:${process.env["PATH"]}`, K3S_DATA: data, METADATA: address },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

const python = (program: string, ...args: string[]): string =>
  execFileSync("python3", ["-c", program, ...args], { encoding: "utf8" }).trim();

/** As K3s leaves it: a database in WAL mode, of which the last rows are in no file of the database itself. */
const FILL = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL")
db.execute("CREATE TABLE IF NOT EXISTS kine (id INTEGER PRIMARY KEY, name TEXT, value BLOB)")
for number in range(int(sys.argv[2])):
    db.execute("INSERT INTO kine (name, value) VALUES (?, ?)", (f"/registry/{number}", "x" * 500))
`;
const COUNT = `
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*), max(id) FROM kine").fetchone())
`;

function server(name: string, authority = "our CA"): string {
  const data = path.join(root, name);
  for (const folder of ["db", "cred", "tls"])
    fs.mkdirSync(path.join(data, "server", folder), { recursive: true });
  const write = (file: string, text: string) => fs.writeFileSync(path.join(data, "server", file), text);
  write("token", `token of ${name}`);
  write("cred/encryption-config.json", `key of ${name}`);
  write("tls/client-ca.crt", authority);
  write("tls/server-ca.crt", authority);
  write("tls/service.key", `accounts of ${name}`);
  return data;
}

const read = (data: string, file: string): string => fs.readFileSync(path.join(data, "server", file), "utf8");

/** Saves a server, and returns the copy as an operator downloads it. */
async function saved(data: string): Promise<string> {
  azure.blobs.clear();
  const { code, output } = await backup(data, "save", `${address}/eu`);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`wrote ${address}/eu/20`) });
  const [blob] = [...azure.blobs.values()];
  const file = path.join(root, "copy.tar.gz");
  fs.writeFileSync(file, blob ?? "");
  return file;
}

it("brings a lost server back on another machine: objects, token, and the keys of Secrets and accounts", async () => {
  const lost = server("lost");
  python(FILL, path.join(lost, "server/db/state.db"), "300");
  const copy = await saved(lost);

  const fresh = server("fresh");
  python(FILL, path.join(fresh, "server/db/state.db"), "3");
  const { code, output } = await backup(fresh, "restore", copy);

  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("restored") });
  expect(python(COUNT, path.join(fresh, "server/db/state.db"))).toBe("(300, 300)");
  expect(read(fresh, "token")).toBe("token of lost");
  expect(read(fresh, "cred/encryption-config.json")).toBe("key of lost");
  expect(read(fresh, "tls/service.key")).toBe("accounts of lost");
  expect(fs.readFileSync(calls, "utf8")).toBe("stop k3s.service\nstart k3s.service\n");
  const before = fs.readdirSync(fresh).find((name) => name.startsWith("before-")) ?? "";
  expect(python(COUNT, path.join(fresh, before, "db/state.db"))).toBe("(3, 3)");
});

it("copies a moment of a database that is being written, with nothing torn", async () => {
  const busy = server("busy");
  const database = path.join(busy, "server/db/state.db");
  python(FILL, database, "1");
  const writer = spawn("python3", ["-c", FILL, database, "20000"]);
  try {
    const copy = await saved(busy);
    const folder = fs.mkdtempSync(path.join(root, "copy-"));
    execFileSync("tar", ["-xzf", copy, "-C", folder]);
    const [count, last] = JSON.parse(
      python(COUNT, path.join(folder, "server/db/state.db")).replace("(", "[").replace(")", "]"),
    );
    expect(count).toBe(last);
    expect(fs.readdirSync(path.join(folder, "server/db"))).toEqual(["state.db"]);
  } finally {
    writer.kill();
  }
});

it("refuses the copy of a cluster with other authorities, and stops nothing", async () => {
  const other = server("other", "their CA");
  python(FILL, path.join(other, "server/db/state.db"), "1");
  const copy = await saved(other);
  fs.rmSync(calls, { force: true });
  const { code, output } = await backup(server("ours"), "restore", copy);
  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringContaining("other certificate authorities (client-ca.crt server-ca.crt differ)"),
  });
  expect(fs.existsSync(calls)).toBe(false);
});

it("refuses what is no copy", async () => {
  const file = path.join(root, "notes.tar.gz");
  fs.writeFileSync(file, "notes");
  const { code, output } = await backup(server("whole"), "restore", file);
  expect([code, output]).toEqual([1, `k3s-backup: ${file} is no copy, or damaged\n`]);
});

it("fails where the container refuses it, as the timer's unit then does", async () => {
  const busy = path.join(root, "busy");
  const { code, output } = await backup(busy, "save", `${address}/closed`);
  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringMatching(/403[\s\S]*k3s-backup: cannot write http:.*\/closed\/20/),
  });
});
