import { once } from "node:events";
import http2 from "node:http2";
import https from "node:https";
import WebSocket from "ws";
import { Api, ask, eventually, pairFolder, pause } from "../support/api";

it("fails readiness first, still answers, then closes and exits 0", async () => {
  const api = await Api.start(["--drain-delay=400ms"]);
  api.process.kill("SIGTERM");
  await eventually("not ready", async () => (await api.get("/readyz")).status === 503);
  const answer = await api.get("/bench", { headers: { connection: "keep-alive" } });
  expect([answer.text, answer.headers.connection]).toEqual(["1", "close"]);
  expect((await api.get("/readyz")).text).toBe("draining\n");
  expect((await api.get("/healthz")).status).toBe(200);
  expect(await api.exited).toBe(0);
  expect(api.logs().map(({ message }) => message)).toEqual(expect.arrayContaining(["draining", "stopped"]));
});

it("lets requests in flight finish", async () => {
  const api = await Api.start(["--max-wait=1s"]);
  const waiting = api.get("/?wait=600ms");
  const session = http2.connect(`https://localhost:${api.port}`, { rejectUnauthorized: false });
  const stream = session.request({ ":path": "/?wait=600ms" });
  const second = once(stream, "response");
  stream.resume();
  await eventually("in flight", async () => (await api.metric("http_requests_in_flight")) === 3);
  api.process.kill("SIGTERM");
  expect((await waiting).status).toBe(200);
  expect((await second)[0][":status"]).toBe(200);
  expect(await api.exited).toBe(0);
});

/** Go's client, and so Traefik's, waits for seconds where one connection after the other tells it to go. */
it("answers on HTTP/2 connections, old and new, while it drains, and tells them to go only at its end", async () => {
  const api = await Api.start(["--drain-delay=1s"]);
  const told: string[] = [];
  const connect = async (name: string) => {
    const session = http2.connect(`https://localhost:${api.port}`, { rejectUnauthorized: false });
    session.on("goaway", () => told.push(name));
    await once(session, "remoteSettings");
    return session;
  };
  const status = async (session: http2.ClientHttp2Session) => {
    const stream = session.request({ ":path": "/bench" });
    stream.resume();
    return (await once(stream, "response"))[0][":status"];
  };
  const old = await connect("old");
  api.process.kill("SIGTERM");
  await eventually("draining", () => api.logs("draining")[0]);
  const fresh = await connect("fresh");
  for (const session of [old, fresh, old, fresh]) expect(await status(session)).toBe(200);
  expect(told).toEqual([]);
  await eventually("told to go", () => told.length >= 2);
  expect(await api.exited).toBe(0);
});

it("closes idle connections and websockets at once", async () => {
  const api = await Api.start();
  const agent = new https.Agent({ keepAlive: true });
  await api.get("/bench", { agent });
  const session = http2.connect(`https://localhost:${api.port}`, { rejectUnauthorized: false });
  await once(session, "remoteSettings");
  const socket = new WebSocket(`wss://localhost:${api.port}/echo`, { rejectUnauthorized: false });
  await once(socket, "open");
  const closed = once(socket, "close");
  const started = performance.now();
  api.process.kill("SIGTERM");
  expect((await closed)[0]).toBe(1001);
  expect(await api.exited).toBe(0);
  expect(performance.now() - started).toBeLessThan(1500);
  agent.destroy();
});

it("cuts off what the grace period does not suffice for, says so, and still exits 0", async () => {
  const api = await Api.start(["--max-wait=300ms", "--grace=300ms"]);
  const request = https.get({
    port: api.port,
    path: "/data?size=1&unit=gb",
    rejectUnauthorized: false,
    agent: false,
  });
  request.on("error", () => {});
  const [response] = await once(request, "response");
  response.pause();
  const failed = once(response, "error");
  api.process.kill("SIGTERM");
  expect(await api.exited).toBe(0);
  expect(api.logs("grace period over")[0]).toMatchObject({ connections_cut: 1 });
  response.resume();
  expect(String((await failed)[0])).toContain("aborted");
});

it("exits at once on a second signal", async () => {
  const api = await Api.start(["--drain-delay=10s"]);
  api.process.kill("SIGTERM");
  await eventually("draining", () => api.logs("draining")[0]);
  const started = performance.now();
  api.process.kill("SIGTERM");
  expect(await api.exited).toBe(1);
  expect(performance.now() - started).toBeLessThan(5000); // of the ten seconds
});

/**
 * Clients that choose among the instances that are ready, as kube-proxy does, with the delay that endpoints take:
 * a roll-out replaces both instances under load.
 */
it("loses no request where instances are replaced under load", async () => {
  const start = () => Api.start(["--drain-delay=500ms", "--log-level=info"], pairFolder());
  const instances = [await start(), await start()];
  let endpoints = [...instances];
  let running = true;
  let answered = 0;
  const failures: string[] = [];

  const probe = (async () => {
    while (running) {
      const states = await Promise.all(
        instances.map((api) =>
          ask(api.metricsPort, "/readyz").then(
            ({ status }) => status === 200,
            () => false,
          ),
        ),
      );
      endpoints = instances.filter((_, index) => states[index]);
      await pause(50);
    }
  })();
  const clients = Array.from({ length: 12 }, async (_, client) => {
    const agent = new https.Agent({ keepAlive: client % 3 !== 0, maxSockets: 1 });
    for (let turn = client; running; turn += 1) {
      const api = endpoints[turn % endpoints.length];
      const target = ["/bench", "/api", "/data?size=300&unit=kb", "/?wait=20ms"][turn % 4] as string;
      try {
        const { status } = await ask(api?.port ?? 0, target, { agent });
        if (status !== 200) {
          failures.push(`${status}`);
        }
        answered += 1;
      } catch (error) {
        failures.push(String(error));
        await pause(20);
      }
    }
    agent.destroy();
  });

  try {
    for (const old of [0, 1]) {
      await pause(300);
      const replacement = await start();
      instances.push(replacement);
      await eventually("the replacement is an endpoint", () => endpoints.includes(replacement));
      instances[old]?.process.kill("SIGTERM");
      expect(await instances[old]?.exited).toBe(0);
    }
  } finally {
    running = false; // also after a failure: the clients must not go on for ever
    await Promise.all([probe, ...clients]);
  }
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(200);
}, 20_000);
