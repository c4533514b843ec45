import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { NODE_VERSION } from "../build/node";
import { ociArchive } from "../build/oci";
import { buildImage, imageConfig } from "../build/pack";
import { imageName, PROGRAMS } from "../build/programs";
import { ask, eventually, pairFolder, temporaryFolder } from "./support/api";

describe("an OCI archive", () => {
  const image = (content: string) =>
    ociArchive({
      name: "example.org/x:1",
      architecture: "amd64",
      layers: [[{ path: "a/b", mode: 0o644, content: Buffer.from(content) }]],
      config: {},
    });

  it("has the same bytes for the same files, and others for others", () => {
    expect(image("x").archive.equals(image("x").archive)).toBe(true);
    expect(image("x").digest).not.toBe(image("y").digest);
  });
});

describe("the image", () => {
  const folder = temporaryFolder();
  const layout = path.join(folder, "layout");
  const rootfs = path.join(folder, "rootfs");
  let digest: string;
  let config: ReturnType<typeof imageConfig>;

  const blob = (name: string): Buffer => fs.readFileSync(path.join(layout, "blobs", name.replace(":", "/")));
  const json = (content: Buffer) => JSON.parse(content.toString());

  beforeAll(async () => {
    const built = await buildImage(PROGRAMS.api, "0123abc");
    digest = built.digest;
    fs.mkdirSync(layout);
    fs.mkdirSync(rootfs);
    execFileSync("tar", ["-xf", "-", "-C", layout], { input: built.archive });
    const manifest = json(blob(json(fs.readFileSync(path.join(layout, "index.json"))).manifests[0].digest));
    config = json(blob(manifest.config.digest)).config;
    for (const layer of manifest.layers) {
      execFileSync("tar", ["-xzf", "-", "-C", rootfs], { input: blob(layer.digest) });
    }
  }, 30_000);

  it("is an archive whose every digest is right, named as containerd will name it", () => {
    const [entry] = json(fs.readFileSync(path.join(layout, "index.json"))).manifests;
    expect(entry.digest).toBe(digest);
    expect(entry.annotations["io.containerd.image.name"]).toBe(imageName(PROGRAMS.api));
    const blobs = fs.readdirSync(path.join(layout, "blobs/sha256"));
    for (const name of blobs) {
      expect(
        createHash("sha256")
          .update(blob(`sha256:${name}`))
          .digest("hex"),
      ).toBe(name);
    }
    const manifest = json(blob(entry.digest));
    const { rootfs: layers } = json(blob(manifest.config.digest));
    expect(
      manifest.layers.map(({ digest: name }: { digest: string }) => {
        const content = gunzipSync(blob(name));
        return `sha256:${createHash("sha256").update(content).digest("hex")}`;
      }),
    ).toEqual(layers.diff_ids);
  });

  it("holds the runtime, its libraries and the program, and no shell", () => {
    expect(fs.readdirSync(rootfs).sort()).toEqual(
      expect.arrayContaining(["app", "cert", "etc", "lib", "usr"]),
    );
    expect(fs.existsSync(path.join(rootfs, "bin/sh"))).toBe(false);
    expect(fs.statSync(path.join(rootfs, "cert")).uid).toBe(
      process.getuid?.() === 0 ? 65532 : process.getuid?.(),
    );
    const bytes = execFileSync("du", ["-sb", rootfs], { encoding: "utf8" });
    expect(Number.parseInt(bytes, 10) / 1024 ** 2).toBeLessThan(160);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip; // others may not mount

  asRoot("serves HTTPS as the image runs: its files read-only, its user, no capabilities", async () => {
    const cert = pairFolder();
    execFileSync("chown", ["-R", config.User, cert]);
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const script = [
      'mount --bind "$1" "$1" && mount --bind "$2" "$1/cert" && mount -o remount,bind,ro "$1/cert"',
      'mount -o remount,bind,ro "$1" || exit 1',
      'root="$1"; shift 2; uid="$1"; gid="$2"; shift 2',
      'exec setpriv --no-new-privs unshare --root="$root" --wd=/ --setuid="$uid" --setgid="$gid" "$@"',
    ].join("\n");
    const [uid = "", gid = ""] = config.User.split(":");
    const entry = [...config.Entrypoint, `--port=${port}`, `--metrics-port=${port + 1}`, "--drain-delay=0s"];
    const files = ["--cert=/cert/tls.crt", "--key=/cert/tls.key", "--demonstration"];
    const child = spawn(
      "unshare",
      ["--mount", "--", "sh", "-ec", script, "sh", rootfs, cert, uid, gid, ...entry, ...files],
      { stdio: ["ignore", "pipe", "pipe"], env: {} },
    );
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    try {
      await eventually("service", () =>
        ask(port, "/readyz").then(
          ({ status }) => status === 200,
          () => false,
        ),
      ).catch((error) => {
        throw new Error(`${error.message}: ${output}`);
      });
      const ca = fs.readFileSync(path.join(cert, "tls.crt"));
      expect((await ask(port, "/bench", { ca, rejectUnauthorized: true })).text).toBe("1");
      expect(JSON.parse((await ask(port, "/version")).text)).toMatchObject({ commit: "0123abc" });
      expect(JSON.parse((await ask(port, "/version")).text).runtime).toBe(`node v${NODE_VERSION}`);
      expect((await ask(port + 1, "/metrics")).text).toContain("process_cpu_seconds_total");
      const proc = (name: string): string => fs.readFileSync(`/proc/${child.pid}/${name}`, "utf8");
      expect(proc("status")).toMatch(/^Uid:\t65532\t65532\t65532\t65532$/m);
      expect(proc("status")).toMatch(/^Gid:\t65532\t65532\t65532\t65532$/m);
      expect(proc("status")).toMatch(/^CapPrm:\t0+$/m);
      expect(proc("status")).toMatch(/^CapEff:\t0+$/m);
      expect(proc("status")).toMatch(/^NoNewPrivs:\t1$/m);
      expect(proc("mountinfo")).toMatch(/^\d+ \d+ \S+ \S+ \/ ro/m);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await exited).toBe(0);
  });
});

describe.each([
  ["app/Dockerfile", PROGRAMS.api],
  ["app/movies/Dockerfile", PROGRAMS.movies],
] as const)("%s", (file, program) => {
  const dockerfile = fs.readFileSync(path.join(__dirname, "../..", file), "utf8");
  const config = imageConfig(program, "0123abc");

  it("describes the image that is packed", () => {
    expect(dockerfile).toContain(`USER ${config.User}\n`);
    expect(dockerfile).toContain(
      `EXPOSE ${Object.keys(config.ExposedPorts)
        .map((port) => port.replace("/tcp", ""))
        .join(" ")}\n`,
    );
    expect(dockerfile).toContain(`ENTRYPOINT ${JSON.stringify(config.Entrypoint).replaceAll(",", ", ")}\n`);
    const { Healthcheck: check } = config;
    expect(/^ {2}CMD (.*)$/m.exec(dockerfile)?.[1]).toBe(
      check && JSON.stringify(check.Test.slice(1)).replaceAll(",", ", "),
    );
    const labels = Object.fromEntries(
      [...dockerfile.matchAll(/(org\.opencontainers\.image\.\w+)="([^"]*)"/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    expect(labels).toEqual({
      ...config.Labels,
      "org.opencontainers.image.version": "$VERSION",
      "org.opencontainers.image.revision": "$COMMIT",
    });
  });

  it("starts from exact versions only, and ends on nothing but our files", () => {
    const bases = [...dockerfile.matchAll(/^FROM (?:--platform=\S+ )?(\S+)/gm)].map(
      ([, base]) => base as string,
    );
    for (const base of bases.slice(0, -1)) {
      expect(base).toMatch(/^[a-z]+:\d+\.\d+\.\d+-[a-z-]+$/);
    }
    expect(bases.at(-1)).toBe("scratch");
  });

  it("has the Node that the archive has", () => {
    const versions = [...dockerfile.matchAll(/^FROM .*\bnode:(\d+\.\d+\.\d+)-/gm)].map(
      ([, version]) => version,
    );
    expect(new Set(versions)).toEqual(new Set([NODE_VERSION]));
  });
});
