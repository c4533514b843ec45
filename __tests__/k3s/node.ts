import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { BOOTSTRAP_SCRIPT, type BootstrapInputs, bootstrapExports } from "../../constructs/k3s/bootstrap";

/**
 * Whether this machine can give the script a root folder of its own: Linux, and either root or user namespaces. The
 * script then runs unchanged, with its real paths, under the machine's own bash, curl and coreutils.
 */
export const canIsolate = spawnSync("unshare", [...namespace(), "true"]).status === 0;

function namespace(): string[] {
  return process.getuid?.() === 0 ? ["--mount"] : ["--mount", "--map-root-user"];
}

/** Stand-ins for what cannot run here: systemd, the kernel's settings, and K3s itself. */
const STANDINS = path.join(__dirname, "standins");

export const RELEASE = fs.readFileSync(path.join(STANDINS, "k3s"), "utf8");
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface Run {
  readonly code: number;
  readonly output: string;
}

/** A machine in a folder of its own; what a run leaves behind stays for the next one. */
export class Machine {
  public readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-node-"));

  constructor(private readonly releases: Releases) {
    for (const folder of [
      "dev",
      "proc",
      "usr",
      "tmp",
      "run",
      "etc/sysctl.d",
      "etc/systemd/system",
      "local/bin",
    ]) {
      fs.mkdirSync(path.join(this.root, folder), { recursive: true });
    }
    for (const name of ["bin", "sbin", "lib", "lib64"]) {
      if (fs.existsSync(`/${name}`)) {
        fs.symlinkSync(`usr/${name}`, path.join(this.root, name));
      }
    }
    for (const name of ["systemctl", "sysctl", "journalctl"]) {
      this.install(`/usr/local/bin/${name}`, fs.readFileSync(path.join(STANDINS, name), "utf8"));
    }
    this.install("/usr/local/bin/uname", "#!/bin/bash\necho x86_64\n"); // tests run on arm64 as well
    this.install("/usr/local/bin/cloud-init", "#!/bin/bash\n"); // a machine's own would wait for a boot that never was
    fs.copyFileSync(releases.certificate, path.join(this.root, "etc/ca.pem"));
  }

  /** Runs bootstrap.sh as a cloud's agent does: the exports above it, one file. */
  public bootstrap(inputs: BootstrapInputs, interpreter = "/bin/bash", at = "/tmp/script.sh"): Promise<Run> {
    const complete = { releases: this.releases.address, ...inputs };
    return this.run(
      [...bootstrapExports(complete), fs.readFileSync(BOOTSTRAP_SCRIPT, "utf8")].join("\n"),
      interpreter,
      at,
    );
  }

  public run(script: string, interpreter = "/bin/bash", at = "/tmp/script.sh"): Promise<Run> {
    this.install(at, script);
    const inside = [
      'cd "$0"',
      "for folder in usr dev proc; do mount --rbind /$folder $folder; done",
      "mount --bind local usr/local",
      // awk and others are links through here
      "[ ! -d /etc/alternatives ] || { mkdir -p etc/alternatives; mount --bind /etc/alternatives etc/alternatives; }",
      'exec /usr/sbin/chroot . /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin CURL_CA_BUNDLE=/etc/ca.pem "$@"',
    ].join("\n");
    const flags = [...namespace(), "/bin/bash", "-euc", inside, this.root, interpreter, at];
    return new Promise((resolve) => {
      execFile("unshare", flags, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
      });
    });
  }

  public install(file: string, content: string, mode = 0o755): void {
    fs.mkdirSync(path.dirname(this.path(file)), { recursive: true });
    fs.writeFileSync(this.path(file), content, { mode });
  }

  public read(file: string): string {
    return fs.readFileSync(this.path(file), "utf8");
  }

  public delete(file: string): void {
    fs.rmSync(this.path(file));
  }

  public list(folder: string): string[] {
    return fs.readdirSync(this.path(folder));
  }

  public exists(file: string): boolean {
    return fs.existsSync(this.path(file));
  }

  public mode(file: string): string {
    return (fs.statSync(this.path(file)).mode & 0o7777).toString(8);
  }

  /** What the stand-ins were asked, in order, and forgets it. */
  public takeCalls(): string[] {
    const calls = this.exists("/run/calls") ? this.read("/run/calls").trimEnd().split("\n") : [];
    fs.rmSync(this.path("/run/calls"), { force: true });
    return calls;
  }

  public remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  private path(file: string): string {
    return path.join(this.root, file.replace(/^\/usr\/local\//, "/local/"));
  }
}

/** A place that serves K3s' releases over HTTPS on the loopback interface. */
export class Releases {
  /** Paths below the releases and what they hold; anything else is not found. */
  public files: Record<string, string> = {};
  public requests: string[] = [];
  /** How many of the next requests fail as an overloaded server's would. */
  public failures = 0;
  public address = "";
  public readonly certificate: string;
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-releases-"));
  private readonly server: Server;

  constructor() {
    this.certificate = path.join(this.folder, "certificate.pem");
    const key = path.join(this.folder, "key.pem");
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"].concat(
        ["-subj", "/CN=releases", "-addext", "subjectAltName=IP:127.0.0.1"],
        ["-keyout", key, "-out", this.certificate],
      ),
      { stdio: "pipe" },
    );
    this.server = createServer(
      { key: fs.readFileSync(key), cert: fs.readFileSync(this.certificate) },
      (request, response) => {
        const url = request.url ?? "";
        this.requests.push(url);
        if (this.failures > 0) {
          this.failures--;
          response.writeHead(503).end();
          return;
        }
        const file = this.files[url];
        response.writeHead(file === undefined ? 404 : 200).end(file);
      },
    );
  }

  public async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.address = `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A release of both architectures with its checksum files, as on GitHub. */
  public offer(version: string): void {
    const folder = `/${version.replace("+", "%2B")}`;
    const binary = RELEASE.replace("VERSION", version);
    this.requests = [];
    this.failures = 0;
    this.files = {
      [`${folder}/k3s`]: binary,
      [`${folder}/k3s-arm64`]: binary,
      [`${folder}/sha256sum-amd64.txt`]: `${sha256("images")}  k3s-airgap-images-amd64.tar\n${sha256(binary)}  k3s\n`,
      [`${folder}/sha256sum-arm64.txt`]: `${sha256(binary)}  k3s-arm64\n`,
    };
  }

  public async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    fs.rmSync(this.folder, { recursive: true });
  }
}
