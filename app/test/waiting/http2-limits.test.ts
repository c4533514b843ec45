/** Every limit of `server/http2-sessions.ts`: within it a client is answered, beyond it its connection or stream ends. */
import type { TLSSocket } from "node:tls";
import { Api, eventually, pause } from "../support/api";
import { FLAG, field, frame, PREFACE, request, setting, TYPE, word } from "../support/frames";
import { connectTls } from "../support/raw";

interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

/** A client that sends what it is told, confirms nothing, and keeps every frame that comes back. */
class Client {
  readonly frames: Frame[] = [];
  private rest: Buffer = Buffer.alloc(0);

  private constructor(readonly socket: TLSSocket) {
    socket.on("data", (chunk: Buffer) => this.read(chunk));
  }

  static async open(...settings: readonly Buffer[]): Promise<Client> {
    const client = new Client(await connectTls(api.port, "h2"));
    client.send(PREFACE, frame(TYPE.settings, 0, 0, Buffer.concat(settings)));
    await eventually("settings", () => client.frames.some(({ type }) => type === TYPE.settings));
    return client;
  }

  send(...frames: readonly Buffer[]): void {
    if (this.socket.writable) {
      this.socket.write(Buffer.concat(frames));
    }
  }

  /** Whether requests are still answered, soon: on streams from this one on, since too many may still be open. */
  async isServed(from: number): Promise<boolean> {
    for (let stream = from; !this.isOver; stream += 2) {
      this.send(get(stream, "/healthz"));
      await eventually(
        "an answer, a refusal or the end",
        () => this.isOver || this.has(TYPE.headers, stream) || this.has(TYPE.reset, stream),
      );
      if (this.has(TYPE.headers, stream)) {
        return true;
      }
      await pause(100);
    }
    return false;
  }

  private get isOver(): boolean {
    return this.socket.closed || this.has(TYPE.goaway, 0);
  }

  has(type: number, stream: number): boolean {
    return this.frames.some((each) => each.type === type && each.stream === stream);
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= 9 && this.rest.length >= 9 + this.rest.readUIntBE(0, 3)) {
      const end = 9 + this.rest.readUIntBE(0, 3);
      const [type = 0, flags = 0] = this.rest.subarray(3, 5);
      this.frames.push({
        type,
        flags,
        stream: this.rest.readUInt32BE(5),
        payload: this.rest.subarray(9, end),
      });
      this.rest = this.rest.subarray(end);
    }
  }
}

const END = FLAG.endStream | FLAG.endHeaders;
const get = (stream: number, path: string, ...more: readonly Buffer[]): Buffer =>
  frame(TYPE.headers, END, stream, request("GET", path, ...more));
/** The stream with this position. */
const nth = (position: number): number => 2 * position + 1;
const many = (count: number, make: (stream: number) => Buffer): Buffer =>
  Buffer.concat(Array.from({ length: count }, (_, position) => make(nth(position))));

let api: Api;

beforeAll(async () => {
  api = await Api.start(["--max-wait=5s", "--max-header=16kb"]);
});

afterEach(async () => {
  expect(await api.metric("api_internal_errors_total")).toBe(0);
});

it("are told to clients: 100 streams, headers of 16 KiB, no push", async () => {
  const client = await Client.open();
  const { payload } = client.frames.find(({ type }) => type === TYPE.settings) as Frame;
  const told = new Map<number, number>();
  for (let at = 0; at < payload.length; at += 6) {
    told.set(payload.readUInt16BE(at), payload.readUInt32BE(at + 2));
  }
  expect([told.get(2), told.get(3), told.get(6)]).toEqual([0, 100, 16_384]);
  client.socket.destroy();
});

/** What is sent on streams 1, 3, ... within a limit and beyond it; `next` is unused by both. */
interface Attack {
  readonly within: Buffer;
  readonly beyond: Buffer;
  readonly next: number;
}

const pingFlood = (count: number): Buffer =>
  Buffer.concat(Array.from({ length: count }, () => frame(TYPE.ping, 0, 0, Buffer.alloc(8))));
const takenBack = (stream: number): Buffer =>
  Buffer.concat([get(stream, "/?wait=4s"), frame(TYPE.reset, 0, stream, word(8))]);
const waits = (stream: number): Buffer => get(stream, "/?wait=1s");
const invalid = (stream: number): Buffer => get(stream, "/healthz", field("Upper", "case"));
const settings = (count: number): Buffer =>
  frame(TYPE.settings, 0, 0, Buffer.concat(Array.from({ length: count }, () => setting(1, 4096))));
/** A header that is never ended. */
const continued = (count: number): Buffer =>
  Buffer.concat([
    frame(TYPE.headers, FLAG.endStream, 1, request("GET", "/healthz")),
    ...Array.from({ length: count }, (_, index) =>
      frame(TYPE.continuation, index + 1 === count ? FLAG.endHeaders : 0, 1, field("a", "b")),
    ),
  ]);

it.each<[string, Attack]>([
  [
    "streams that are taken back at once: 1000, and 33 a second (CVE-2023-44487)",
    { within: many(500, takenBack), beyond: many(1500, takenBack), next: nth(2000) },
  ],
  [
    "streams beyond those that may be open: 100 (CVE-2019-9514)",
    { within: many(150, waits), beyond: many(400, waits), next: nth(1000) },
  ],
  [
    "frames that are wrong: 100 (CVE-2019-9518)",
    { within: many(50, invalid), beyond: many(250, invalid), next: nth(1000) },
  ],
  [
    "values in one frame of settings: 32 (CVE-2020-11080)",
    { within: settings(32), beyond: settings(33), next: 1 },
  ],
  [
    "frames that continue a header: 8 (CVE-2024-27983)",
    { within: continued(7), beyond: continued(20), next: 3 },
  ],
  [
    "windows opened by nothing, for which others reset streams: none (MadeYouReset, CVE-2025-8671)",
    { within: waits(1), beyond: Buffer.concat([waits(1), frame(TYPE.window, 0, 1, word(0))]), next: 3 },
  ],
])("%s", async (_what, { within, beyond, next }) => {
  const good = await Client.open();
  good.send(within);
  expect(await good.isServed(next)).toBe(true);
  good.socket.destroy();

  const bad = await Client.open();
  bad.send(beyond);
  expect(await bad.isServed(next)).toBe(false);
  bad.socket.destroy();
  expect((await api.get("/healthz")).status).toBe(200);
});

it("a request has at most 128 fields", async () => {
  const client = await Client.open();
  const fields = (count: number): Buffer[] => Array.from({ length: count }, () => field("a", "b"));
  client.send(get(1, "/healthz", ...fields(124)), get(3, "/healthz", ...fields(125)));
  await eventually("an answer and a refusal", () => client.has(TYPE.headers, 1) && client.has(TYPE.reset, 3));
  expect([client.has(TYPE.reset, 1), client.has(TYPE.headers, 3)]).toEqual([false, false]);
  expect(await client.isServed(5)).toBe(true);
  client.socket.destroy();
});

it("a field with a space around its value is left out", async () => {
  const client = await Client.open();
  client.send(get(1, "/api", field("a", " b"), field("c", "d ")), get(3, "/api", field("e", "f")));
  const body = (stream: number): string =>
    client.frames
      .filter((each) => each.type === TYPE.data && each.stream === stream)
      .map(({ payload }) => payload.toString())
      .join("");
  await eventually("both answers", () => body(1).endsWith("}\n") && body(3).endsWith("}\n"));
  expect(JSON.parse(body(1))).not.toHaveProperty("headers");
  expect(JSON.parse(body(3))).toMatchObject({ headers: { E: ["f"] } });
  client.socket.destroy();
});

it("acknowledgements that nobody reads do not pile up (CVE-2019-9512)", async () => {
  const client = await Client.open();
  const memory = api.memory();
  client.socket.pause();
  for (let round = 0; round < 60; round += 1) {
    client.send(pingFlood(10_000)); // 10 MB of acknowledgements in all
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await api.get("/healthz")).status).toBe(200);
  expect(api.memory() - memory).toBeLessThan(32);
  client.socket.destroy();
});

it("answers that nobody reads do not pile up: 10 MB a connection (CVE-2019-9517)", async () => {
  const memory = api.memory();
  const client = await Client.open(setting(4, 0)); // no window
  client.send(many(100, (stream) => get(stream, "/data?size=1&unit=gb")));
  await eventually("headers", () => client.has(TYPE.headers, nth(50)));
  expect((await api.get("/healthz")).status).toBe(200);
  expect(api.memory() - memory).toBeLessThan(32);
  client.socket.destroy();
  await eventually("nothing in flight", async () => (await api.metric("http_requests_in_flight")) === 1);
});
