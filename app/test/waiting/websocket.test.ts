import { once } from "node:events";
import tls from "node:tls";
import WebSocket from "ws";
import { Api, eventually } from "../support/api";
import { connectTls, exchangeRaw, upgradeTo } from "../support/raw";

let api: Api;

beforeAll(async () => {
  api = await Api.start([
    "--max-message=1kb",
    "--stall-timeout=400ms",
    "--idle-timeout=400ms",
    "--max-wait=0s",
  ]);
});

async function open(path = "/echo"): Promise<WebSocket> {
  const socket = new WebSocket(`wss://localhost:${api.port}${path}`, { rejectUnauthorized: false });
  await once(socket, "open");
  return socket;
}

async function echoed(socket: WebSocket, message: string | Buffer): Promise<readonly [Buffer, boolean]> {
  const answer = once(socket, "message");
  socket.send(message);
  const [data, isBinary] = await answer;
  return [data as Buffer, isBinary as boolean];
}

it("echoes text as text and bytes as bytes, in order", async () => {
  const socket = await open("/echo?x=1");
  const [text, isBinary] = await echoed(socket, "grüß dich");
  expect([text.toString(), isBinary]).toEqual(["grüß dich", false]);
  const bytes = Buffer.from([0, 255, 1]);
  expect(await echoed(socket, bytes)).toEqual([bytes, true]);
  expect((await echoed(socket, ""))[0]).toHaveLength(0);

  const received: string[] = [];
  socket.on("message", (data) => received.push(data.toString()));
  for (let index = 0; index < 500; index += 1) {
    socket.send(String(index));
  }
  await eventually("500 answers", () => received.length === 500);
  expect(received).toEqual(Array.from({ length: 500 }, (_, index) => String(index)));
  socket.close();
});

it("answers a ping with the same bytes", async () => {
  const socket = await open();
  const pong = once(socket, "pong");
  socket.ping("here?");
  expect(String((await pong)[0])).toBe("here?");
  socket.close();
});

it("echoes up to the limit and closes with 1009 beyond it", async () => {
  const socket = await open();
  expect((await echoed(socket, Buffer.alloc(1024)))[0]).toHaveLength(1024);
  const closed = once(socket, "close");
  socket.send(Buffer.alloc(1025));
  expect((await closed)[0]).toBe(1009);
});

it("closes with 1008 what comes in more fragments than are taken", async () => {
  const few = await Api.start(["--max-fragments=4"]);
  const socket = new WebSocket(`wss://localhost:${few.port}/echo`, { rejectUnauthorized: false });
  await once(socket, "open");
  const send = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      socket.send("x", { fin: index === count - 1 });
    }
  };
  send(4);
  expect(String((await once(socket, "message"))[0])).toBe("xxxx");
  const closed = once(socket, "close");
  send(5);
  expect((await closed)[0]).toBe(1008);
  await few.stop();
});

describe("compression", () => {
  const connect = async (port: number): Promise<WebSocket> => {
    const options = { rejectUnauthorized: false, perMessageDeflate: { threshold: 0 } };
    const socket = new WebSocket(`wss://localhost:${port}/echo`, options);
    await once(socket, "open");
    return socket;
  };

  it("is not spoken unless it is switched on", async () => {
    const socket = await connect(api.port);
    expect(socket.extensions).toBe("");
    socket.close();
  });

  it("sends messages of every size back as they were, text and bytes", async () => {
    const compressing = await Api.start(["--websocket-compression", "--max-message=1mb"]);
    const socket = await connect(compressing.port);
    expect(socket.extensions).toContain("permessage-deflate");
    for (const size of [0, 16, 256, 1023, 1024, 4096, 131_072]) {
      const message = "abcdé".repeat(size).slice(0, size);
      for (const sent of [message, Buffer.from(message)]) {
        const received = once(socket, "message");
        socket.send(sent);
        const [data, isBinary] = await received;
        expect([data.equals(Buffer.from(message)), isBinary]).toEqual([true, sent instanceof Buffer]);
      }
    }
    socket.close();
    await compressing.stop();
  });

  it("does not help a message above the limit: 1009 before it is unpacked", async () => {
    const compressing = await Api.start(["--websocket-compression", "--max-message=64kb"]);
    const socket = await connect(compressing.port);
    const before = compressing.memory();
    const closed = once(socket, "close");
    socket.send(Buffer.alloc(256 * 1024 ** 2));
    expect((await closed)[0]).toBe(1009);
    expect(compressing.memory() - before).toBeLessThan(32);
    await compressing.stop();
  });
});

it("stays open longer than other connections may be idle", async () => {
  const socket = await open();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await echoed(socket, "still here"))[0].toString()).toBe("still here");
  socket.close();
});

it("refuses a handshake without a key, with 400", async () => {
  const socket = tls.connect({ port: api.port, host: "localhost", rejectUnauthorized: false });
  socket.write("GET /echo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
});

it("does not upgrade other paths", async () => {
  const socket = new WebSocket(`wss://localhost:${api.port}/bench`, { rejectUnauthorized: false });
  const [error] = await once(socket, "error");
  expect(String(error)).toContain("Unexpected server response: 200");
});

describe("a request for an upgrade behind others", () => {
  const KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  const HANDSHAKE = upgradeTo("websocket", "/echo").replace(/\r\n$/, KEY);
  const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

  it.each([
    ["waits for one that is pending", "/?wait=100ms", 1],
    ["waits for several", "/?wait=50ms", 3],
    ["waits for one that is long", "/data?size=8&unit=mb", 1],
    ["follows one that is answered at once", "/bench", 2],
  ])("%s", async (_what, target, count) => {
    const patient = await Api.start(["--max-wait=200ms"]);
    const socket = await connectTls(patient.port);
    const requests = `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(count);
    socket.write(`${requests}${HANDSHAKE}`);
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    await eventually("the handshake", () => text.includes("Sec-WebSocket-Accept"));
    expect(statuses(text)).toEqual([...Array(count).fill("200"), "101"]);
    socket.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x78])); // "x", masked
    await eventually("the echo", () => text.endsWith("\x81\x01x"));
    socket.destroy();
    await patient.stop();
  });

  it("is cut off with the answer before it where the client does not read", async () => {
    const socket = await connectTls(api.port);
    socket.pause();
    socket.write(`GET /data?size=1&unit=gb HTTP/1.1\r\nHost: x\r\n\r\n${HANDSHAKE}`);
    await eventually("cut off", () => api.logs("request").some((line) => line["aborted"] === true));
    socket.destroy();
  });

  it("is not taken from HTTP/1.0", async () => {
    expect(statuses(await exchangeRaw(api.port, HANDSHAKE.replace("HTTP/1.1", "HTTP/1.0")))).toEqual(["426"]);
  });
});

it("is counted when it opens, timed only until then, and shown while it is open", async () => {
  const fresh = await Api.start();
  const socket = new WebSocket(`wss://localhost:${fresh.port}/echo`, { rejectUnauthorized: false });
  await once(socket, "open");
  expect(await fresh.metric("websocket_connections")).toBe(1);
  expect(await fresh.metric("http_requests_in_flight")).toBe(1); // the scrape itself
  expect(
    await fresh.metric('http_requests_total{app="unknown",path="/echo",method="GET",status="101"}'),
  ).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  socket.close();
  await eventually("closed", async () => (await fresh.metric("websocket_connections")) === 0);
  const seconds = await fresh.metric('http_request_duration_seconds_sum{app="unknown",path="/echo"}');
  expect(seconds).toBeLessThan(1.5);
  expect(await fresh.metric('http_request_duration_seconds_count{app="unknown",path="/echo"}')).toBe(1);
  await fresh.stop();
});
