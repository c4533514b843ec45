/** What a running API holds on its heap, seen through Node's inspector. */
import { once } from "node:events";
import WebSocket from "ws";
import { eventually } from "./wait";

/** For the environment of an API whose heap is looked at: the inspector listens on a free port of the loopback. */
export const INSPECTED = { NODE_OPTIONS: "--inspect=127.0.0.1:0" };

/**
 * Bytes that are still in use after a garbage collection, in MiB. Resident memory also holds what is not
 * collected yet, which differs by tens of MiB from machine to machine.
 * https://chromedevtools.github.io/devtools-protocol/v8/HeapProfiler/#method-collectGarbage
 */
export async function liveHeap(api: { readonly stderr: string }): Promise<number> {
  const url = await eventually("an inspector", () => /ws:\/\/\S+/.exec(api.stderr)?.[0]);
  const socket = new WebSocket(url);
  await once(socket, "open");
  const call = async (id: number, method: string) => {
    socket.send(JSON.stringify({ id, method }));
    const [message] = await once(socket, "message");
    return JSON.parse(String(message)).result;
  };
  await call(1, "HeapProfiler.collectGarbage");
  const { usedSize } = await call(2, "Runtime.getHeapUsage");
  socket.terminate();
  return usedSize / 1024 ** 2;
}
