import http2 from "node:http2";
import https from "node:https";
import net from "node:net";
import tls, { type TLSSocket } from "node:tls";
import { Api, ask, eventually, pause } from "../support/api";
import { frame, PREFACE, request, TYPE } from "../support/frames";
import { connectTls } from "../support/raw";

let api: Api;

beforeAll(async () => {
  api = await Api.start([
    "--header-timeout=300ms",
    "--request-timeout=600ms",
    "--idle-timeout=400ms",
    "--stall-timeout=1500ms",
    "--max-wait=200ms",
    "--max-connections=40",
  ]);
});

const connect = (): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = tls.connect({ port: api.port, host: "localhost", rejectUnauthorized: false }, () =>
      resolve(socket),
    );
    socket.on("error", reject);
  });

/** Sends bytes as they are, and gives what comes back until the server closes, and after how long. */
async function send(
  ...pieces: readonly (string | number)[]
): Promise<{ text: string; milliseconds: number }> {
  const socket = await connect();
  const started = performance.now();
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  for (const piece of pieces) {
    if (typeof piece === "number") {
      await pause(piece);
    } else if (socket.writable) {
      socket.write(piece);
    }
  }
  await closed;
  return { text, milliseconds: performance.now() - started };
}

const statuses = (text: string): string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status as string);

describe("malformed requests", () => {
  it.each([
    ["no HTTP at all", "hello\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["a header without a colon", "GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n"],
    ["a space before the colon", "GET / HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n"],
    ["a folded header", "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n\tc\r\nConnection: close\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["a chunk without a size", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ["an unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"],
  ])("%s is answered 400 and nothing else", async (_what, bytes) => {
    expect(statuses((await send(bytes)).text)).toEqual(["400"]);
  });

  it("with a Transfer-Encoding in HTTP/1.0, which others read as no body, are answered 400", async () => {
    const request =
      "POST /r6 HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    expect(statuses((await send(request)).text)).toEqual(["400"]);
    expect(statuses((await send(request.slice(0, 60))).text)).toEqual(["400"]);
  });

  it.each(["0.9", "1.2", "2.0", "3.0", "9.9"])("of HTTP/%s are answered 505", async (version) => {
    expect(statuses((await send(`GET / HTTP/${version}\r\nHost: x\r\n\r\n`)).text)).toEqual(["505"]);
    const body = "Content-Length: 1\r\n\r\nx";
    expect(statuses((await send(`POST / HTTP/${version}\r\nHost: x\r\n${body}`)).text)).toEqual(["505"]);
  });

  it("are answered after the good ones before them", async () => {
    const { text } = await send(
      "GET /?wait=100ms HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\nmore\r\n",
      20,
      "more",
    );
    expect(statuses(text)).toEqual(["200", "400"]);
  });

  it("are counted and logged", async () => {
    const series = 'http_requests_total{app="unknown",path="invalid",method="other",status="400"}';
    const before = (await api.metric(series)) ?? 0;
    await send("nonsense\r\n\r\n");
    expect(await api.metric(series)).toBe(before + 1);
    const line = await eventually("the line", () =>
      api.logs("request refused").findLast((candidate) => candidate["status"] === "400 Bad Request"),
    );
    expect(line["peer"]).toEqual(expect.any(String));
  });

  it("do not undo an answer that is already on its way", async () => {
    const { text } = await send("GET /bench HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n");
    expect(statuses(text)).toEqual(["200", "400"]);
    expect(text).toMatch(/\r\n\r\n1HTTP\/1\.1 400 /);
  });
});

describe("requests that are unusual but right", () => {
  it("are answered in order where they come in one piece", async () => {
    const { text } = await send(
      "GET /bench HTTP/1.1\r\nHost: x\r\n\r\nGET /error HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    );
    expect(statuses(text)).toEqual(["200", "500", "200"]);
  });

  it("are understood with an absolute target", async () => {
    const { text } = await send("GET https://x/bench?y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(text).toMatch(/\r\n\r\n1$/);
  });

  it("are understood as HTTP/1.0", async () => {
    expect((await send("GET /bench HTTP/1.0\r\n\r\n")).text).toMatch(/\r\n\r\n1$/);
  });

  it("are answered where they ask for an upgrade that does not exist", async () => {
    const { text } = await send(
      "GET /bench HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    );
    expect(statuses(text)).toEqual(["200"]);
    expect(text).toMatch(/\r\n\r\n1$/);
  });
});

describe("slow clients", () => {
  it("that send no TLS are cut off", async () => {
    const socket = net.connect(api.port, "localhost").resume();
    const started = performance.now();
    await new Promise((resolve) => socket.once("close", resolve));
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it("that send no request are cut off", async () => {
    const { text, milliseconds } = await send();
    expect(statuses(text)).toEqual(["408"]);
    expect(milliseconds).toBeLessThan(1500);
  });

  it("that send a header byte by byte are cut off", async () => {
    const drip = Array.from("GET /bench HTTP/1.1\r\nHost: x\r\n").flatMap((byte) => [byte, 40]);
    expect(statuses((await send(...drip)).text)).toEqual(["408"]);
  });

  it("that send a body byte by byte are cut off", async () => {
    const drip = Array.from({ length: 20 }, () => ["x", 80]).flat();
    const { text } = await send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n", ...drip);
    expect(statuses(text)).toEqual(["408"]);
  });

  it("that do not read are cut off, and cost no memory meanwhile", async () => {
    const before = api.memory();
    const stalled = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = await connect();
        socket.pause();
        socket.on("error", () => {});
        socket.write("GET /data?size=1&unit=gb HTTP/1.1\r\nHost: x\r\n\r\n");
        return socket;
      }),
    );
    await eventually("all begun", async () => (await api.metric("http_requests_in_flight")) === 20 + 1);
    expect(api.memory() - before).toBeLessThan(80); // of 20 GiB
    await eventually("cut off", async () => (await api.metric("http_requests_in_flight")) === 1);
    const aborted = () => api.logs("request").filter((line) => line["aborted"] === true);
    await eventually("a line for each", () => aborted().length >= 20);
    for (const socket of stalled) {
      socket.destroy();
    }
  });

  it("that stay idle are cut off, and those that do not are kept", async () => {
    const socket = await connect();
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    let answers = 0;
    socket.on("data", (chunk: Buffer) => {
      answers += statuses(chunk.toString()).length;
    });
    for (let round = 0; round < 4; round += 1) {
      socket.write("GET /bench HTTP/1.1\r\nHost: x\r\n\r\n");
      await pause(200);
    }
    expect(answers).toBe(4);
    const started = performance.now();
    await closed;
    expect(performance.now() - started).toBeLessThan(2500);
  });
});

const settings = frame(TYPE.settings, 0, 0, Buffer.alloc(0));

describe("slow HTTP/2 clients", () => {
  const head = request("POST", "/x");

  it.each([
    ["that send no preface", []],
    ["that send half a preface", [PREFACE.subarray(0, 10)]],
    ["that send no request", [PREFACE, settings]],
    ["that do not end a header", [PREFACE, settings, frame(1, 0, 1, head)]],
    ["that send no body", [PREFACE, settings, frame(1, 4, 1, head)]],
    [
      "that send a body byte by byte",
      [PREFACE, settings, frame(1, 4, 1, head), ...Array(30).fill(frame(0, 0, 1, Buffer.from("x")))],
    ],
    ["that open no window", [PREFACE, frame(4, 0, 0, Buffer.from([0, 4, 0, 0, 0, 0])), frame(1, 5, 1, head)]],
  ])(
    "%s are cut off",
    async (_what, pieces: readonly Buffer[]) => {
      const socket = await connectTls(api.port, "h2");
      socket.resume();
      const started = performance.now();
      for (const piece of pieces) {
        if (!socket.destroyed) {
          socket.write(piece);
          await pause(60);
        }
      }
      await new Promise((resolve) => (socket.destroyed ? resolve(undefined) : socket.once("close", resolve)));
      expect(performance.now() - started).toBeLessThan(5000);
      await eventually("nothing in flight", async () => (await api.metric("http_requests_in_flight")) === 1);
    },
    10_000,
  );
});

it("keeps no connection of an HTTP/2 client whose session is over and who does not close it", async () => {
  const descriptors = async () => Number(await api.metric("process_open_fds"));
  const open = await descriptors();
  const goaway = frame(7, 0, 0, Buffer.alloc(8));
  const broken = frame(0, 0, 0, Buffer.from("x"));
  const sockets = await Promise.all(
    [[], [PREFACE, settings], [PREFACE, settings, goaway], [PREFACE, settings, broken]].map(
      async (pieces) => {
        const socket = await connectTls(api.port, "h2", { allowHalfOpen: true });
        socket.resume();
        for (const piece of pieces) socket.write(piece);
        return socket;
      },
    ),
  );
  expect(await descriptors()).toBeGreaterThan(open);
  await eventually("their end", async () => (await descriptors()) <= open, 8000);
  for (const socket of sockets) socket.destroy();
}, 15_000);

it("stops working for a client that goes away", async () => {
  await new Promise<void>((resolve) => {
    const request = https.get(
      { port: api.port, path: "/data?size=1&unit=gb", rejectUnauthorized: false, agent: false },
      (response) =>
        response.once("data", () => {
          request.destroy();
          resolve();
        }),
    );
    request.on("error", () => {});
  });
  const line = await eventually("the line of the request", () =>
    api
      .logs("request")
      .findLast((candidate) => candidate["path"] === "/data" && candidate["aborted"] === true),
  );
  expect(line["bytes"]).toBeLessThan(64 * 1024 ** 2);
  expect(await api.metric("http_requests_in_flight")).toBe(1);
});

it.each(["/?wait=150ms", "/data?size=1&unit=gb"])(
  "forgets %s that waits in a pipeline when the client leaves",
  async (target) => {
    const socket = await connect();
    socket.write(`GET /?wait=150ms HTTP/1.1\r\nHost: x\r\n\r\nGET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await eventually("both", async () => (await api.metric("http_requests_in_flight")) === 3);
    socket.destroy();
    await eventually("neither", async () => (await api.metric("http_requests_in_flight")) === 1);
  },
);

it("forgets an HTTP/2 request that is taken back with its first bytes", async () => {
  const session = http2.connect(`https://localhost:${api.port}`, { rejectUnauthorized: false });
  session.on("error", () => {});
  for (let count = 0; count < 20; count += 1) {
    const stream = session.request({ ":method": "POST", ":path": "/health" }, { endStream: false });
    stream.on("error", () => {});
    stream.close(8);
  }
  await pause(100);
  session.destroy();
  await eventually("nothing in flight", async () => (await api.metric("http_requests_in_flight")) === 1);
  expect(await api.metric("api_internal_errors_total")).toBe(0);
});

it("forgets an HTTP/2 request that is taken back in the middle of its body", async () => {
  const isTakenBack = (line: Record<string, unknown>) => line["path"] === "/data" && line["status"] === 499;
  const socket = await connectTls(api.port, "h2");
  socket.resume();
  socket.write(Buffer.concat([PREFACE, settings]));
  for (let stream = 1; stream < 40; stream += 2) {
    socket.write(frame(1, 4, stream, request("GET", "/data")));
    await pause(5);
    const cancel = frame(3, 0, stream, Buffer.from([0, 0, 0, 8]));
    socket.write(Buffer.concat([frame(0, 0, stream, Buffer.from("x")), cancel]));
  }
  await eventually("all of them", () => api.logs("request").filter(isTakenBack).length === 20);
  socket.destroy();
  expect(await api.metric("api_internal_errors_total")).toBe(0);
});

it("does not answer who left while waiting", async () => {
  const socket = await connect();
  socket.write("GET /?wait=150ms HTTP/1.1\r\nHost: x\r\n\r\n");
  await pause(50);
  socket.destroy();
  const line = await eventually("the line of the request", () =>
    api.logs("request").findLast((candidate) => candidate["status"] === 499 && candidate["path"] === "/"),
  );
  expect(line).toMatchObject({ aborted: true });
});

it("takes no more connections than the limit, and goes on when some have left", async () => {
  const sockets = await Promise.allSettled(Array.from({ length: 60 }, () => connect()));
  const connected = sockets.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(connected.length).toBeLessThanOrEqual(40);
  expect(connected.length).toBeGreaterThan(30);
  for (const socket of connected) {
    socket.destroy();
  }
  await eventually("service", () =>
    ask(api.port, "/bench").then(
      ({ text }) => text === "1",
      () => false,
    ),
  );
});
