import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { Api, eventually, PROGRAM, pairFolder, pause, temporaryFolder, writePair } from "../support/api";

const args = (from: string, to: string) => [PROGRAM, "sync-certificates", "--from", from, "--to", to];

const copyOnce = (from: string, to: string) =>
  spawnSync(process.execPath, args(from, to), { encoding: "utf8" });

const watchers: ChildProcess[] = [];

function watch(from: string, to: string): ChildProcess {
  const child = spawn(process.execPath, [...args(from, to), "--watch", "--interval=50ms"], {
    stdio: "ignore",
  });
  watchers.push(child);
  return child;
}

afterAll(() => {
  for (const watcher of watchers) {
    watcher.kill("SIGKILL");
  }
});

const read = (folder: string): string => fs.readFileSync(path.join(folder, "tls.crt"), "utf8");
const current = (to: string): string => read(path.join(to, "current"));
const mode = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

it("copies the pair into a versioned folder, private to its user, behind a symlink", () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  const { status, stdout } = copyOnce(from, to);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ message: "certificate copied", subject: "CN=localhost" });
  expect(fs.readlinkSync(path.join(to, "current"))).toMatch(/^versions\/[0-9a-f]{16}$/);
  expect(current(to)).toBe(read(from));
  expect(mode(path.join(to, "current/tls.key"))).toBe("600");
  expect(mode(path.join(to, "current/tls.crt"))).toBe("600");
  expect(mode(path.join(to, "current/"))).toBe("700");
});

it("does nothing the second time", () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  copyOnce(from, to);
  const before = fs.statSync(path.join(to, "current/tls.crt"));
  const { status, stdout } = copyOnce(from, to);
  expect([status, stdout]).toEqual([0, ""]);
  expect(fs.statSync(path.join(to, "current/tls.crt")).ino).toBe(before.ino);
});

it("keeps the previous version and no older one", () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  for (let version = 0; version < 4; version += 1) {
    copyOnce(from, to);
    writePair(from);
  }
  expect(fs.readdirSync(path.join(to, "versions"))).toHaveLength(2);
  expect(fs.readdirSync(to).sort()).toEqual(["current", "versions"]);
});

it("repairs a version that was damaged", () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  copyOnce(from, to);
  fs.truncateSync(path.join(to, "current/tls.key"), 10);
  expect(copyOnce(from, to).status).toBe(0);
  expect(fs.readFileSync(path.join(to, "current/tls.key"), "utf8")).toBe(
    fs.readFileSync(path.join(from, "tls.key"), "utf8"),
  );
});

it("fails with the reason where there is no good pair on either side", () => {
  const { status, stdout } = copyOnce(temporaryFolder(), temporaryFolder());
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ level: "error", message: "certificate not copied" });
});

it("keeps a good target where the source is bad, and lets the pod start", () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  copyOnce(from, to);
  const good = current(to);
  fs.writeFileSync(path.join(from, "tls.key"), "nonsense");
  const { status, stdout } = copyOnce(from, to);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ level: "error", message: "certificate not copied" });
  expect(current(to)).toBe(good);
});

it("keeps the target current while it watches, and stops at once when it is told to", async () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  const child = watch(from, to);
  await eventually("first copy", () => fs.existsSync(path.join(to, "current/tls.crt")));
  const renewed = writePair(from);
  await eventually("second copy", () => current(to) === renewed);
  fs.rmSync(path.join(to, "current"));
  await eventually("restored", () => fs.existsSync(path.join(to, "current/tls.crt")));
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect((await exit)[0]).toBe(0);
});

it("does not undo what another pod copied to a shared volume from a newer source", async () => {
  const [stale, fresh, to] = [pairFolder(), pairFolder(), temporaryFolder()];
  watch(stale, to);
  await eventually("first copy", () => fs.existsSync(path.join(to, "current/tls.crt")));
  copyOnce(fresh, to);
  await pause(300);
  expect(current(to)).toBe(read(fresh));
});

it("never shows a reader half a pair, however many copy at once", async () => {
  const [from, to] = [pairFolder(), temporaryFolder()];
  copyOnce(from, to);
  const api = await Api.start(["--cert-interval=50ms"], path.join(to, "current"));
  watch(from, to);
  watch(from, to);
  for (let round = 0; round < 5; round += 1) {
    const renewed = writePair(from);
    await eventually("copied", () => current(to) === renewed);
    await pause(60);
  }
  await eventually("served", () => api.logs("certificate reloaded").length >= 3);
  expect(api.logs("certificate refused")).toEqual([]);
  await api.stop();
});
