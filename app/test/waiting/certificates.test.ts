import fs from "node:fs";
import https from "node:https";
import path from "node:path";
import tls from "node:tls";
import { selfSigned } from "../../build/self-signed";
import { loadPair } from "../../server/certificate";
import { Api, ask, eventually, pairFolder, pause, temporaryFolder, writePair } from "../support/api";

/** The common name of the certificate that a new connection is shown. */
const presented = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = tls.connect({ port, host: "localhost", rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.on("error", reject);
  });

it("verifies: a client that trusts the certificate needs no exception", async () => {
  const api = await Api.start();
  const ca = fs.readFileSync(path.join(api.folder, "tls.crt"));
  expect((await api.get("/bench", { ca, rejectUnauthorized: true })).text).toBe("1");
  expect((await ask(api.metricsPort, "/healthz", { ca, rejectUnauthorized: true })).status).toBe(200);
  await api.stop();
});

it.each(["TLSv1.2", "TLSv1.3"] as const)("speaks %s", async (version) => {
  const api = await Api.start();
  expect((await api.get("/bench", { minVersion: version, maxVersion: version })).text).toBe("1");
  await api.stop();
});

it("refuses TLS 1.1, and plain HTTP on the TLS port", async () => {
  const api = await Api.start();
  const old = { minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
  await expect(api.get("/bench", old)).rejects.toThrow();
  await expect(fetch(`http://localhost:${api.port}/bench`)).rejects.toThrow();
  expect((await api.get("/bench")).text).toBe("1");
  await eventually("the refusal in the log", () => api.logs("tls handshake failed")[0]);
  await api.stop();
});

it("serves plain HTTP only where that was chosen", async () => {
  const api = await Api.start(["--plain-http"]);
  const answer = await fetch(`http://localhost:${api.port}/readyz`);
  expect([answer.status, await answer.text()]).toEqual([200, "ok\n"]);
  await api.stop();
});

it("shows a new certificate to new connections on both ports, and keeps the old ones", async () => {
  const api = await Api.start();
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set<unknown>();
  const overOldConnection = () =>
    new Promise<void>((resolve, reject) => {
      const request = https.get(
        { port: api.port, path: "/data?size=5&unit=mb", agent, rejectUnauthorized: false },
        (response) => response.resume().on("end", resolve).on("error", reject),
      );
      request.on("socket", (socket) => sockets.add(socket)).on("error", reject);
    });
  await overOldConnection();
  const transfer = overOldConnection();
  writePair(api.folder, { commonName: "second" });
  await eventually("reload", () => api.logs("certificate reloaded")[0]);
  expect(await presented(api.port)).toBe("second");
  expect(await presented(api.metricsPort)).toBe("second");
  await transfer;
  await overOldConnection();
  expect(sockets.size).toBe(1);
  expect(await api.metric("tls_certificate_reloads_total")).toBe(1);
  agent.destroy();
  await api.stop();
});

it("follows a Secret that is mounted itself", async () => {
  const folder = temporaryFolder();
  const swap = (commonName: string): void => {
    fs.symlinkSync(pairFolder({ commonName }), path.join(folder, "..next"));
    fs.renameSync(path.join(folder, "..next"), path.join(folder, "..data"));
  };
  swap("first");
  for (const file of ["tls.crt", "tls.key"]) fs.symlinkSync(`..data/${file}`, path.join(folder, file));
  const api = await Api.start([], folder);
  for (const name of ["second", "third"]) {
    swap(name);
    await eventually(`${name} is served`, async () => (await presented(api.port)) === name);
  }
  expect(api.logs("certificate refused")).toEqual([]);
  await api.stop();
});

it("pairs a certificate with the key of its own version, while a mounted Secret is being replaced", async () => {
  const [before, after] = [pairFolder({ commonName: "before" }), pairFolder({ commonName: "after" })];
  const folder = temporaryFolder();
  const files = { cert: path.join(folder, "tls.crt"), key: path.join(folder, "tls.key") };
  fs.symlinkSync(path.join(after, "tls.crt"), files.cert);
  fs.symlinkSync(path.join(before, "tls.key"), files.key);
  expect((await loadPair(files)).subject).toBe("CN=after");
});

it("takes a certificate and a key from two places", async () => {
  const [own, other] = [pairFolder({ commonName: "own" }), temporaryFolder()];
  const folder = temporaryFolder();
  const files = { cert: path.join(folder, "tls.crt"), key: path.join(folder, "tls.key") };
  fs.renameSync(path.join(own, "tls.key"), path.join(other, "tls.key"));
  fs.symlinkSync(path.join(own, "tls.crt"), files.cert);
  fs.symlinkSync(path.join(other, "tls.key"), files.key);
  expect((await loadPair(files)).subject).toBe("CN=own");
});

it("follows a symlink that is swapped, as sync-certificates and mounted Secrets do", async () => {
  const folder = temporaryFolder();
  const swap = (commonName: string): void => {
    fs.symlinkSync(pairFolder({ commonName }), path.join(folder, "next"));
    fs.renameSync(path.join(folder, "next"), path.join(folder, "current"));
  };
  swap("first");
  const api = await Api.start([], path.join(folder, "current"));
  for (const name of ["second", "third"]) {
    swap(name);
    await eventually(`${name} is served`, async () => (await presented(api.port)) === name);
  }
  expect(api.logs("certificate refused")).toEqual([]);
  await api.stop();
});

it("reloads at once on SIGHUP", async () => {
  const api = await Api.start(["--cert-interval=1h"]);
  writePair(api.folder, { commonName: "second" });
  await pause(150);
  expect(await presented(api.port)).toBe("localhost");
  api.process.kill("SIGHUP");
  await eventually("reload", async () => (await presented(api.port)) === "second");
  await api.stop();
});

it("is replaced again and again under full load, and no request fails", async () => {
  const api = await Api.start(["--cert-interval=50ms"]);
  const agent = new https.Agent({ keepAlive: true, maxSockets: 4 });
  const failures: string[] = [];
  const answers: number[] = [];
  let running = true;
  const clients = Array.from({ length: 12 }, async (_, client) => {
    while (running) {
      const options = client % 3 === 0 ? { agent } : {};
      await api.get("/data?size=20&unit=kb", options).then(
        ({ status }) => answers.push(status),
        (error: Error) => failures.push(error.message),
      );
    }
  });
  for (let round = 0; round < 15; round += 1) {
    writePair(api.folder, { commonName: `round ${round}` });
    await pause(100);
  }
  running = false;
  await Promise.all(clients);
  agent.destroy();
  expect(failures).toEqual([]);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(answers.length).toBeGreaterThan(100);
  expect(await api.metric("tls_certificate_reloads_total")).toBeGreaterThan(2);
  await api.stop();
}, 20_000);

describe("a bad new pair", () => {
  const hour = 3_600_000;
  const bad: readonly (readonly [string, RegExp, (folder: string) => void])[] = [
    [
      "a key of another certificate",
      /^the key does not belong to the certificate$/,
      (folder) => fs.writeFileSync(path.join(folder, "tls.key"), selfSigned().key),
    ],
    [
      "half a certificate",
      /^the certificate is no PEM that can be read: /,
      (folder) => fs.truncateSync(path.join(folder, "tls.crt"), 100),
    ],
    [
      "half a key",
      /^the key is no PEM that can be read: /,
      (folder) => fs.truncateSync(path.join(folder, "tls.key"), 100),
    ],
    ["no key", /^ENOENT: .*tls\.key'$/, (folder) => fs.rmSync(path.join(folder, "tls.key"))],
    [
      "an expired one",
      /^certificate expired on \d{4}-/,
      (folder) => writePair(folder, { notAfter: new Date(Date.now() - 1000) }),
    ],
    [
      "one of tomorrow",
      /^certificate not valid before \d{4}-/,
      (folder) => writePair(folder, { notBefore: new Date(Date.now() + hour) }),
    ],
    [
      "one for another host",
      /^certificate for another host than localhost: CN=other$/,
      (folder) => writePair(folder, { commonName: "other", host: "other.example" }),
    ],
  ];

  it.each(bad)(
    "is refused, logged and counted once, and the old one stays: %s",
    async (_what, reason, spoil) => {
      const api = await Api.start(["--cert-host=localhost"], pairFolder({ commonName: "good" }));
      spoil(api.folder);
      const line = await eventually("refusal", () => api.logs("certificate refused")[0]);
      expect(line["reason"]).toMatch(reason);
      expect(line["serving"]).toBe("CN=good");
      await pause(300);
      expect(api.logs("certificate refused")).toHaveLength(1);
      expect(await api.metric("tls_certificate_reload_failures_total")).toBe(1);
      expect(await api.metric("tls_certificate_last_reload_successful")).toBe(0);
      expect(await presented(api.port)).toBe("good");
      expect((await api.get("/readyz")).status).toBe(200);

      writePair(api.folder, { commonName: "better" });
      await eventually("recovery", async () => (await presented(api.port)) === "better");
      expect(await api.metric("tls_certificate_last_reload_successful")).toBe(1);
      await api.stop();
    },
  );
});

describe("readiness", () => {
  it("fails once the certificate has expired, and recovers with the next one", async () => {
    const notAfter = new Date(Math.floor(Date.now() / 1000) * 1000 + 2000);
    const api = await Api.start([], pairFolder({ notAfter }));
    expect((await api.get("/readyz")).status).toBe(200);
    expect(await api.metric("tls_certificate_not_after_seconds")).toBe(notAfter.getTime() / 1000);
    await pause(notAfter.getTime() - Date.now() + 50);
    const expired = await api.get("/readyz");
    expect([expired.status, expired.text]).toEqual([
      503,
      expect.stringMatching(/^certificate expired on \d{4}-.*Z\n$/),
    ]);
    expect((await api.get("/healthz")).status).toBe(200);
    writePair(api.folder);
    await eventually("ready again", async () => (await api.get("/readyz")).status === 200);
    await api.stop();
  });

  it("fails before the certificate is valid", async () => {
    const api = await Api.start([], pairFolder({ notBefore: new Date(Date.now() + 3_600_000) }));
    expect((await api.get("/readyz")).text).toMatch(/^certificate not valid before \d{4}-/);
    await api.stop();
  });

  it("fails where the only certificate is for another host", async () => {
    const api = await Api.start(["--cert-host=api.example.com"]);
    expect((await api.get("/readyz")).text).toBe(
      "certificate for another host than api.example.com: CN=localhost\n",
    );
    await api.stop();
  });

  it("cannot succeed without a certificate: no handshake does, until there is one", async () => {
    const folder = temporaryFolder();
    const api = await Api.start([], folder);
    expect(api.logs("certificate refused")).toHaveLength(1);
    await expect(api.get("/readyz")).rejects.toThrow();
    writePair(folder);
    await eventually("ready", () =>
      api.get("/readyz").then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    await api.stop();
  });
});

describe("healthcheck", () => {
  const check = async (folder: string, port: number): Promise<readonly [number | null, string]> => {
    const { spawnSync } = await import("node:child_process");
    const { PROGRAM } = await import("../support/api");
    const pair = [`--cert=${folder}/tls.crt`, `--key=${folder}/tls.key`];
    const { status, stderr } = spawnSync(
      process.execPath,
      [PROGRAM, "healthcheck", `--port=${port}`, ...pair],
      {
        encoding: "utf8",
      },
    );
    return [status, stderr];
  };

  it("succeeds where the API lives and has the certificate in the file, and fails otherwise", async () => {
    const api = await Api.start();
    expect(await check(api.folder, api.port)).toEqual([0, ""]);
    expect(await check(pairFolder(), api.port)).toEqual([1, expect.stringContaining("another certificate")]);
    await api.stop();
    expect(await check(api.folder, api.port)).toEqual([1, expect.stringContaining("ECONNREFUSED")]);
  });
});
