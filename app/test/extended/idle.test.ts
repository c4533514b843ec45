/** Ten thousand clients that are connected and say nothing more. */
import { once } from "node:events";
import type { TLSSocket } from "node:tls";
import { Api } from "../support/api";
import { INSPECTED, liveHeap } from "../support/heap";
import { connectTls } from "../support/raw";
import { eventually } from "../support/wait";

const CONNECTIONS = 10_000;
const AT_ONCE = 50;
const REQUEST = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

/** Connects, asks once, and stays. */
async function stay(port: number): Promise<TLSSocket> {
  const socket = await connectTls(port);
  socket.write(REQUEST);
  await once(socket, "data");
  return socket;
}

it("holds 10,000 idle connections, answers others meanwhile, and gets the memory back", async () => {
  const api = await Api.start(
    [`--max-connections=${CONNECTIONS + 100}`, "--idle-timeout=10m", "--header-timeout=60s"],
    undefined,
    INSPECTED,
  );
  for (let count = 0; count < 200; count += 1) {
    (await stay(api.port)).destroy();
  }
  const [heap, memory] = [await liveHeap(api), api.memory()];
  const sockets: TLSSocket[] = [];
  while (sockets.length < CONNECTIONS) {
    sockets.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => stay(api.port)))));
  }
  const started = performance.now();
  expect((await api.get("/bench")).text).toBe("1");
  const answered = performance.now() - started;
  const held = [await liveHeap(api), api.memory()] as const;
  const perConnection = ((held[1] - memory) * 1024) / CONNECTIONS;
  process.stdout.write(
    `${CONNECTIONS} idle connections: heap ${heap.toFixed(0)} to ${held[0].toFixed(0)} MiB, resident ` +
      `${memory.toFixed(0)} to ${held[1].toFixed(0)} MiB, ${perConnection.toFixed(1)} KiB each; ` +
      `another is answered in ${answered.toFixed(0)} ms\n`,
  );
  expect(perConnection).toBeLessThan(64);
  expect(answered).toBeLessThan(5000);
  expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([]);
  for (const socket of sockets) {
    socket.destroy();
  }
  await eventually("closed", () => api.descriptors() < 100, 60_000);
  expect((await liveHeap(api)) - heap).toBeLessThan(4);
  expect(await api.metric("api_internal_errors_total")).toBe(0);
  await api.stop();
});
