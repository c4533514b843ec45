import { execFile } from "node:child_process";
import { once } from "node:events";
import https from "node:https";
import path from "node:path";
import { promisify } from "node:util";
import { Api } from "./support/api";
import { INSPECTED, liveHeap } from "./support/heap";

const run = promisify(execFile);

/** A process of its own: inside jest the same client takes four times as long. */
const connections = (port: number, count: number) =>
  run(process.execPath, [path.join(__dirname, "support/connections.js"), String(port), String(count)]);

it("serves 10,000 connections one after another without growing", async () => {
  const api = await Api.start([], undefined, INSPECTED);
  await connections(api.port, 2000); // caches and pools reach their working size
  const [descriptors, heap, memory] = [api.descriptors(), await liveHeap(api), api.memory()];
  await connections(api.port, 8000);
  const series = 'http_requests_total{app="unknown",path="/bench",method="GET",status="200"}';
  expect(await api.metric(series)).toBe(10_000);
  expect(api.descriptors()).toBeLessThanOrEqual(descriptors + 2);
  expect((await liveHeap(api)) - heap).toBeLessThan(1); // 130 bytes a connection
  expect(api.memory() - memory).toBeLessThan(64); // what OpenSSL keeps is not on the heap: 8 KiB a connection
  await api.stop();
}, 60_000);

it("holds 2,000 idle connections, answers others meanwhile, and gets the memory back", async () => {
  const command = path.join(__dirname, "../fuzz/idle.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", command, "--connections=2000"]);
  expect(stdout).toMatch(/^2000 idle connections: [\d.]+ KiB each/);
}, 120_000);

it("sends 1 GiB within 64 MiB above idle", async () => {
  const api = await Api.start();
  await api.get("/bench");
  const idle = api.memory();
  const request = https.get({
    port: api.port,
    path: "/data?size=1&unit=gb",
    rejectUnauthorized: false,
    agent: false,
  });
  const [response] = await once(request, "response");
  let received = 0;
  let peak = 0;
  let last = 0;
  response.on("data", (chunk: Buffer) => {
    received += chunk.length;
    last = chunk[chunk.length - 1] as number;
    if (received % 64 < chunk.length % 64) {
      peak = Math.max(peak, api.memory());
    }
  });
  await once(response, "end");
  expect(received).toBe(1024 ** 3);
  expect(String.fromCharCode(last)).toBe("|");
  expect(peak - idle).toBeGreaterThan(0);
  expect(peak - idle).toBeLessThan(64);
  await api.stop();
}, 60_000);
