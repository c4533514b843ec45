import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const BACKEND = "/usr/lib/git-core/git-http-backend"; // where Debian has it

/** A Git repository behind HTTP, as a hosting service gives it to everybody to read. */
export class GitServer {
  readonly folder: string;
  private readonly server: http.Server;

  private constructor(private readonly root: string) {
    this.folder = path.join(root, "work");
    this.server = http.createServer((request, response) => this.answer(request, response));
  }

  /** @param root - an empty folder */
  static async start(root: string): Promise<GitServer> {
    const server = new GitServer(root);
    fs.mkdirSync(server.folder, { recursive: true });
    execFileSync("git", [
      "init",
      "--quiet",
      "--bare",
      "--initial-branch=main",
      path.join(root, "repository.git"),
    ]);
    server.git("init", "--quiet", "--initial-branch=main");
    server.git("remote", "add", "origin", path.join(root, "repository.git"));
    await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/repository.git`;
  }

  /** Makes what lies in the folder the newest revision. */
  push(message: string): void {
    this.git("add", "--all");
    this.git(
      "-c",
      "user.name=test",
      "-c",
      "user.email=test@example.com",
      "commit",
      "--quiet",
      "--message",
      message,
    );
    this.git("push", "--quiet", "origin", "main");
  }

  private git(...args: readonly string[]): void {
    execFileSync("git", args, { cwd: this.folder, stdio: ["ignore", "ignore", "pipe"] });
  }

  /** By CGI: https://git-scm.com/docs/git-http-backend */
  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const backend = spawn(BACKEND, {
      env: {
        GIT_PROJECT_ROOT: this.root,
        GIT_HTTP_EXPORT_ALL: "1",
        PATH: process.env["PATH"],
        PATH_INFO: pathname,
        QUERY_STRING: searchParams.toString(),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers["content-type"] ?? "",
        HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
        GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      },
      stdio: ["pipe", "pipe", "ignore"],
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    backend.on("close", () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf("\r\n\r\n");
      for (const line of answer.subarray(0, end).toString().split("\r\n")) {
        const [name = "", value = ""] = line.split(/: (.*)/);
        if (name === "Status") response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(answer.subarray(end + 4));
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
