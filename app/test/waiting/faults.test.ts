/** An exception in any listener, callback or timer that a client can make run: the service goes on. */
import { once } from "node:events";
import fs from "node:fs";
import http2 from "node:http2";
import https from "node:https";
import path from "node:path";
import WebSocket from "ws";
import { Api, eventually, pairFolder, pause } from "../support/api";
import { connectTls, exchangePlain, exchangeRaw, untilClosed, upgradeTo } from "../support/raw";

const SABOTAGED = ["--import", "tsx", path.join(__dirname, "../support/sabotaged.ts")];
const LIMITS = [
  "--header-timeout=2s",
  "--request-timeout=300ms",
  "--stall-timeout=300ms",
  "--idle-timeout=600ms",
  "--max-wait=200ms",
  "--grace=1s",
  "--settable-health",
];

const start = () => Api.start(LIMITS, pairFolder(), {}, SABOTAGED);

async function sabotage(api: Api, where: string): Promise<void> {
  const done = once(api.process, "message");
  api.process.send(where);
  await done;
}

const websocket = async (port: number): Promise<WebSocket> => {
  const socket = new WebSocket(`wss://localhost:${port}/echo`, { rejectUnauthorized: false });
  socket.on("error", () => {});
  await once(socket, "open");
  return socket;
};

/** An HTTP/2 request: the status of its answer, or 0 where there was none. */
async function askHttp2(port: number, headers: http2.OutgoingHttpHeaders, body?: string): Promise<number> {
  const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
  session.on("error", () => {});
  try {
    const stream = session.request(headers, { endStream: body === undefined });
    let status = 0;
    stream.on("error", () => {});
    stream.on("response", (answer) => {
      status = answer[":status"] ?? 0;
    });
    if (body !== undefined) {
      stream.write(body);
    }
    stream.resume();
    await new Promise((resolve) => stream.once("close", resolve));
    return status;
  } finally {
    session.destroy();
  }
}

/** A stream whose answer is never read. */
async function stalledStream(port: number): Promise<void> {
  const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
  session.on("error", () => {});
  const stream = session.request({ ":path": "/data?size=10&unit=mb" });
  stream.on("error", () => {});
  await pause(700);
  session.destroy();
}

const PIPELINE = "GET /?wait=100ms HTTP/1.1\r\nHost: x\r\n\r\n";
const DATA = "GET /data?size=20&unit=mb HTTP/1.1\r\nHost: x\r\n\r\n";
const CONNECT = "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n";
const POST_HEALTH = "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n200";

/** What a client does to make each listener run, and what it must get where that is certain. */
const DRIVERS: Readonly<Record<string, (port: number) => Promise<unknown>>> = {
  request: (port) => expectStatus(500, exchangeRaw(port, "GET /bench HTTP/1.0\r\n\r\n")),
  expectation: (port) =>
    expectStatus(500, exchangeRaw(port, "GET /bench HTTP/1.1\r\nHost: x\r\nExpect: x\r\n\r\n")),
  route: async (port) => {
    expect(await askHttp2(port, { ":path": "/health" })).toBe(500);
    await expectStatus(500, exchangeRaw(port, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"));
  },
  "close of an answer": async (port) => {
    const socket = await connectTls(port);
    socket.write(PIPELINE);
    await pause(50);
    socket.destroy();
  },
  "close of a pipeline": async (port) => {
    const socket = await connectTls(port);
    socket.write(PIPELINE + PIPELINE);
    await pause(50);
    socket.destroy();
  },
  "close of a queued answer": async (port) => {
    const socket = await connectTls(port);
    socket.write(PIPELINE + PIPELINE);
    await pause(300);
    socket.destroy();
  },
  "timer of an answer": async (port) => {
    expect(await askHttp2(port, { ":path": "/?wait=10ms" })).toBe(500);
    await expectStatus(500, exchangeRaw(port, PIPELINE));
  },
  "drain of data": async (port) =>
    expect((await exchangeRaw(port, DATA)).length).toBeLessThan(20 * 1024 ** 2),
  "finish of data": (port) => exchangeRaw(port, "GET /data?size=5 HTTP/1.1\r\nHost: x\r\n\r\n"),
  "timer of a body": async (port) =>
    expect(await askHttp2(port, { ":method": "POST", ":path": "/health" }, "20")).toBe(500),
  "data of a body": (port) => expectStatus(500, exchangeRaw(port, POST_HEALTH)),
  "end of a body": (port) => expectStatus(500, exchangeRaw(port, POST_HEALTH)),
  "finish of a refusal": (port) =>
    askHttp2(port, { ":method": "POST", ":path": "/health", "content-length": 2 * 1024 ** 2 }, "20"),
  "choice of an upgrade": (port) => expectStatus(426, exchangeRaw(port, upgradeTo("websocket", "/echo"))),
  upgrade: (port) => exchangeRaw(port, upgradeTo("websocket", "/echo")),
  connect: (port) => exchangeRaw(port, CONNECT),
  "turn of a connection": (port) => expectStatus(200, exchangeRaw(port, PIPELINE + CONNECT)),
  "finish of a refused upgrade": (port) => expectStatus(405, exchangeRaw(port, CONNECT)),
  "close of an upgraded connection": (port) => expectStatus(405, exchangeRaw(port, CONNECT)),
  "drain of an upgraded connection": (port) => exchangeRaw(port, DATA + CONNECT),
  "timeout of an upgraded connection": async (port) => {
    const socket = await connectTls(port);
    socket.pause();
    socket.write(DATA + CONNECT);
    await pause(700);
    socket.destroy();
  },
  "close of a websocket's handshake": (port) =>
    expectStatus(400, exchangeRaw(port, upgradeTo("websocket", "/echo"))),
  websocket: async (port) => {
    const socket = await websocket(port);
    await once(socket, "close");
  },
  "message of a websocket": async (port) => {
    const socket = await websocket(port);
    socket.send("x");
    await once(socket, "close");
  },
  "answer on a websocket": async (port) => {
    const socket = await websocket(port);
    socket.send("x");
    await once(socket, "close");
  },
  "ping of a websocket": async (port) => once(await websocket(port), "close"),
  "pong of a websocket": async (port) => once(await websocket(port), "close"),
  "close of a websocket": async (port) => (await websocket(port)).close(),
  session: (port) => askHttp2(port, { ":path": "/bench" }),
  stream: async (port) => expect(await askHttp2(port, { ":path": "/bench" })).toBe(500),
  "timeout of a stream": stalledStream,
  "close of a session": (port) => askHttp2(port, { ":path": "/bench" }),
  "error of a session": async (port) => {
    const socket = await connectTls(port, "h2");
    socket.write("no preface at all, and long enough to be sure of that");
    await untilClosed(socket);
  },
  "timeout of a session": async (port) => {
    const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
    session.on("error", () => {});
    await once(session, "close");
  },
  "first stream of a session": (port) => askHttp2(port, { ":path": "/bench" }),
  "end of a session": async (port) => {
    const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
    session.on("error", () => {});
    await once(session, "close");
  },
  "sweep of sessions": async (port) => {
    const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
    session.on("error", () => {});
    await once(session, "close");
    await pause(300); // the stall timeout, at which the sweep comes round
  },
  clientError: (port) => exchangeRaw(port, "nonsense\r\n\r\n"),
  tlsClientError: (port) => exchangePlain(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
  secureConnection: async (port) => untilClosed(await connectTls(port)),
};

async function expectStatus(status: number, answer: Promise<string>): Promise<void> {
  expect(await answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
}

describe("an exception in", () => {
  let api: Api;
  const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });

  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => agent.destroy());

  /** Node asks from 24.9 on. */
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const asks = major > 24 || (major === 24 && minor >= 9);
  const reached = Object.keys(DRIVERS).filter((where) => asks || where !== "choice of an upgrade");

  it.each(reached)("%s ends its own connection and nothing else", async (where) => {
    const bystander = await websocket(api.port);
    await api.get("/bench", { agent });
    await sabotage(api, where);
    await DRIVERS[where]?.(api.port);
    const faults = () => api.logs("internal error").filter((line) => line["where"] === where);
    const [line] = await eventually(`a line of ${where}`, () => faults().length > 0 && faults());
    expect(line?.["error"]).toMatch(/^Error: sabotaged: .*\n +at /);
    await sabotage(api, "");

    if (!where.includes("websocket")) {
      bystander.send("still here");
      expect(String((await once(bystander, "message"))[0])).toBe("still here");
    }
    bystander.terminate();
    expect((await api.get("/bench", { agent })).text).toBe("1");
    await eventually("nothing in flight", async () => (await api.metric("http_requests_in_flight")) === 1);
    const counted = await api.metric("api_internal_errors_total");
    await eventually("a line of each", () => api.logs("internal error").length === counted);
  });
});

describe("the sources", () => {
  const sources = ["../../server", "../../src"].flatMap((room) => {
    const folder = path.join(__dirname, room);
    return fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [file, fs.readFileSync(path.join(folder, file), "utf8")] as const);
  });

  it("have a driver above for every listener", () => {
    const names = sources.flatMap(([, text]) =>
      [...text.matchAll(/contain\(\s*"([^"]+)"/g)].map(([, name]) => name as string),
    );
    const driven = [...Object.keys(DRIVERS), "error of a port"]; // no client can make a port fail at will
    expect([...new Set([...names, "route"])].sort()).toEqual(driven.sort());
  });

  /** Run before a client is there, or for the process: what they throw is for `uncaughtException`. */
  const PROCESS = [
    "certificate.ts",
    "healthcheck.ts",
    "lifecycle.ts",
    "log-output.ts",
    "log.ts",
    "ports.ts",
    "sync-certificates.ts",
  ];

  it.each(sources.filter(([file]) => !PROCESS.includes(file)))(
    "%s contains every listener",
    (_file, text) => {
      const contained = [...text.matchAll(/const (\w+) = [\w.]*contain\(/g)].map(([, name]) => name);
      const registered = [
        ...text.matchAll(/\.(?:on|once)\("\w+", (.+?)\);/gs),
        ...text.matchAll(/(?<!\.)\b(?:setTimeout|setInterval)\(([^,]+),/g),
      ].map(([, listener]) => listener as string);
      const isContained = (listener: string) =>
        /\bcontain\(|^(ignore|reject|this\.handler|expectation)$/.test(listener) ||
        contained.some((name) => new RegExp(`\\b${name}\\b`).test(listener));
      expect(registered.filter((listener) => !isContained(listener))).toEqual([]);
    },
  );
});

it("leaves with 1 after an exception of no connection, when what was in flight is answered", async () => {
  const api = await start();
  const waiting = api.get("/?wait=200ms");
  await eventually("in flight", async () => (await api.metric("http_requests_in_flight")) === 2);
  await sabotage(api, "process");
  expect((await waiting).status).toBe(200);
  expect(await api.exited).toBe(1);
  expect(api.logs("internal error")).toHaveLength(1);
  expect(api.logs("internal error")[0]).toMatchObject({
    where: "process",
    error: expect.stringContaining("at "),
  });
  expect(api.logs("draining")).toHaveLength(1);
});
