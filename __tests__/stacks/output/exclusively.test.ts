import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { exclusively } from "../../../stacks/output/exclusively";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-lock-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const lock = () => path.join(folder, ".meridian.lock");

/** Holds the lock as another process would, with a sign of life every 50 ms, and gives it up after a second. */
const HOLDER = `
const { workerData: lock, parentPort } = require("node:worker_threads");
const fs = require("node:fs");
const file = fs.openSync(lock, "wx");
parentPort.postMessage("held");
let signs = 0;
const timer = setInterval(() => {
  fs.ftruncateSync(file, ++signs);
  if (signs < 20) return;
  clearInterval(timer);
  fs.rmSync(lock);
}, 50);
`;

describe("what is done exclusively", () => {
  it("leaves no lock, whether it ends well or not", () => {
    expect(exclusively(folder, () => 1)).toBe(1);
    const fails = () =>
      exclusively(folder, () => {
        throw new Error("no");
      });
    expect(fails).toThrow("no");
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("waits for who shows signs of life, however long", async () => {
    const holder = new Worker(HOLDER, { eval: true, workerData: lock() });
    await new Promise((resolve) => holder.once("message", resolve));
    const start = performance.now();
    exclusively(folder, () => {}, 300);
    expect(performance.now() - start).toBeGreaterThan(700);
    await holder.terminate();
  });

  it("takes over what a killed process left", () => {
    fs.writeFileSync(lock(), "");
    const start = performance.now();
    expect(exclusively(folder, () => "mine", 300)).toBe("mine");
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});
