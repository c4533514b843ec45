import http2 from "node:http2";
import { parseSettings } from "../src/settings";
import { type Answer, Api } from "./support/api";

let api: Api;

beforeAll(async () => {
  api = await Api.start([
    "--name=eu",
    "--region=westeurope",
    "--image=ghcr.io/x/api:1",
    "--app-version=1.2.3",
    "--max-data=10mb",
    "--max-body=1kb",
    "--max-header=2kb",
    "--max-wait=1s",
  ]);
});

const lines = (answer: Answer) => answer.text.split(/\r?\n/);

describe("GET /", () => {
  it("says who answers, then repeats the request with its headers in order of arrival", async () => {
    const answer = await api.get("/", { headers: { "x-B": "2", "x-a": "1", "X-b": "3" } });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    const [name, region, version, image, hostname, ...rest] = lines(answer);
    expect([name, region, version, image]).toEqual([
      "Name: eu",
      "Region: westeurope",
      "Version: 1.2.3",
      "Image: ghcr.io/x/api:1",
    ]);
    expect(hostname).toMatch(/^Hostname: \S+$/);
    expect(rest).toContain("IP: 127.0.0.1");
    const remote = rest.findIndex((line) => /^RemoteAddr: (127\.0\.0\.1|\[::1\]):\d+$/.test(line));
    expect(rest.slice(remote + 1)).toEqual([
      "GET / HTTP/1.1",
      "X-b: 3",
      "x-a: 1",
      `Host: localhost:${api.port}`,
      "Connection: close",
      "",
      "",
    ]);
  });

  it("answers every path that no route claims, whatever the method", async () => {
    for (const [method, target] of [
      ["POST", "/"],
      ["DELETE", "/users/7?x=1"],
      ["GET", "/api/"],
      ["PUT", "/%zz"],
      ["GET", "//api"],
    ] as const) {
      const answer = await api.get(target, { method });
      expect(answer.status).toBe(200);
      expect(lines(answer)).toContain(`${method} ${target} HTTP/1.1`);
    }
  });

  it("waits as long as it is asked to", async () => {
    const started = performance.now();
    await api.get("/?wait=150ms");
    expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  });

  it("waits no longer than the limit, and ignores a bad value", async () => {
    const started = performance.now();
    await api.get("/?wait=10h");
    expect(performance.now() - started).toBeLessThan(5000);
    const bad = performance.now();
    expect((await api.get("/?wait=soon")).status).toBe(200);
    expect((await api.get("/?wait=-1h")).status).toBe(200);
    expect(performance.now() - bad).toBeLessThan(900);
  });
});

describe("GET /api", () => {
  it("says the same as JSON, headers as lists by canonical name", async () => {
    const answer = await api.get("/api?x=1", { headers: { "x-list": ["1", "2"] } });
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(answer.text)).toEqual({
      hostname: expect.any(String),
      ip: expect.arrayContaining(["127.0.0.1"]),
      headers: { "X-List": ["1", "2"], Connection: ["close"] },
      url: "/api?x=1",
      host: `localhost:${api.port}`,
      method: "GET",
      name: "eu",
      region: "westeurope",
      version: "1.2.3",
      image: "ghcr.io/x/api:1",
    });
  });

  it("leaves out what is empty", async () => {
    const bare = await Api.start();
    const keys = Object.keys(JSON.parse((await bare.get("/api")).text));
    expect(keys).toEqual(["hostname", "ip", "headers", "url", "host", "method"]);
    expect((await bare.get("/")).text).toMatch(/^Hostname: /);
    await bare.stop();
  });

  it("is not confused by a header called __proto__", async () => {
    const answer = await api.get("/api", { headers: { ["__proto__" as string]: "x", constructor: "y" } });
    expect(JSON.parse(answer.text).headers["Constructor"]).toEqual(["y"]);
  });
});

/** The reference's bytes, computed one by one. */
const reference = (size: number): string =>
  Array.from({ length: size }, (_, index) =>
    index === 0 || index === size - 1 ? "|" : "-ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index % 27],
  ).join("");

describe("GET /data", () => {
  it.each([
    ["", 1],
    ["?size=0", 0],
    ["?size=-5", 0],
    ["?size=x", 1],
    ["?size=2", 2],
    ["?size=55", 55],
    ["?size=1&unit=kb", 1024],
    ["?size=64&unit=KB", 65_536],
    ["?size=65537", 65_537],
    ["?size=3&unit=mb", 3 * 1024 ** 2],
  ])("%s is answered with the reference's %i bytes", async (query, size) => {
    const answer = await api.get(`/data${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-length"]).toBe(String(size));
    expect(answer.text === reference(size)).toBe(true);
  });

  it("answers 413 above the limit, and nothing of that size is made", async () => {
    expect((await api.get("/data?size=10&unit=mb", { method: "HEAD" })).status).toBe(200);
    expect((await api.get("/data?size=10485761")).status).toBe(413);
    expect((await api.get(`/data?size=${"9".repeat(30)}&unit=tb`)).status).toBe(413);
  });

  it("is a file with ranges where an attachment is asked for", async () => {
    const whole = await api.get("/data?size=1000&attachment=true");
    expect(whole.headers["content-disposition"]).toBe('attachment; filename="data.txt"');
    expect(whole.headers["accept-ranges"]).toBe("bytes");
    const part = await api.get("/data?size=1000&attachment=1", { headers: { range: "bytes=990-" } });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe("bytes 990-999/1000");
    expect(part.text).toBe(reference(1000).slice(990));
    const outside = await api.get("/data?size=1000&attachment=1", { headers: { range: "bytes=1000-" } });
    expect(outside.status).toBe(416);
    expect(outside.headers["content-range"]).toBe("bytes */1000");
  });

  it("repeats only part of a file that is still the same", async () => {
    const { headers } = await api.get("/data?size=1000&attachment=1");
    const resume = (etag: string) =>
      api.get("/data?size=1000&attachment=1", { headers: { range: "bytes=0-9", "if-range": etag } });
    expect((await resume(headers.etag as string)).status).toBe(206);
    expect((await resume('"another"')).status).toBe(200);
  });

  it("ignores ranges where no attachment is asked for", async () => {
    expect((await api.get("/data?size=1000", { headers: { range: "bytes=0-9" } })).body).toHaveLength(1000);
  });
});

describe("small routes", () => {
  it("GET /bench is 1, and keeps the connection", async () => {
    const answer = await api.get("/bench", { headers: { connection: "keep-alive" } });
    expect([answer.status, answer.text, answer.headers.connection]).toEqual([200, "1", "keep-alive"]);
  });

  it("GET /error is an empty 500", async () => {
    const answer = await api.get("/error");
    expect([answer.status, answer.text]).toEqual([500, ""]);
  });

  it("GET /echo without an upgrade says what it is", async () => {
    const answer = await api.get("/echo");
    expect([answer.status, answer.headers.upgrade]).toEqual([426, "websocket"]);
  });

  it("GET /version names the build", async () => {
    expect(JSON.parse((await api.get("/version")).text)).toMatchObject({
      version: "1.2.3",
      commit: "test",
      runtime: `node ${process.version}`,
      region: "westeurope",
    });
  });

  it("HEAD is GET without the body", async () => {
    for (const target of ["/", "/api", "/data?size=100", "/bench", "/readyz"]) {
      const [head, get] = [await api.get(target, { method: "HEAD" }), await api.get(target)];
      expect(head.text).toBe("");
      expect(head.status).toBe(get.status);
      expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
    }
  });

  it.each(["/api", "/data", "/bench", "/error", "/health", "/healthz", "/readyz", "/version"])(
    "%s refuses other methods, and says which it takes",
    async (path) => {
      const answer = await api.get(path, { method: "POST" });
      expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
    },
  );
});

describe("without --demonstration", () => {
  it("nothing answers for demonstrations: such paths are like any other, and nothing waits", async () => {
    const plain = await Api.start([], undefined, { API_DEMONSTRATION: "false" });
    for (const target of ["/bench", "/data?size=1&unit=gb", "/error", "/?wait=10s"]) {
      const answer = await plain.get(target);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(`GET ${target} HTTP/1.1\r\n`);
    }
    await plain.stop();
  });

  it("is how the API starts", () => {
    expect(parseSettings([], {}).demonstration).toBe(false);
  });
});

describe("health", () => {
  const stored = async (): Promise<number[]> => [
    (await api.get("/health")).status,
    (await api.private("/health")).status,
  ];

  it("is 200 at first, can be set on the private port, and then shows on both", async () => {
    expect(await stored()).toEqual([200, 200]);
    expect((await api.private("/health", { method: "POST", body: "503" })).status).toBe(200);
    expect(await stored()).toEqual([503, 503]);
    expect((await api.private("/health", { method: "POST", body: "204" })).status).toBe(200);
    expect(await stored()).toEqual([204, 204]);
    await api.private("/health", { method: "POST", body: "200" });
  });

  it("cannot be set on the public port", async () => {
    expect((await api.get("/health", { method: "POST", body: "503" })).status).toBe(405);
    expect(await stored()).toEqual([200, 200]);
  });

  it("can be set on the public port where that was asked for", async () => {
    const open = await Api.start(["--settable-health"]);
    expect((await open.get("/health", { method: "POST", body: "418" })).status).toBe(200);
    expect((await open.get("/health")).status).toBe(418);
    await open.stop();
  });

  it.each(["", "199", "600", "x", "200.5", '"200"', "[200]", "2e2", "0200"])("refuses %j", async (body) => {
    expect((await api.private("/health", { method: "POST", body })).status).toBe(400);
    expect(await stored()).toEqual([200, 200]);
  });
});

describe("the private port", () => {
  it("has what operators need and nothing else", async () => {
    for (const path of ["/metrics", "/healthz", "/readyz", "/version", "/health"]) {
      expect((await api.private(path)).status).toBe(200);
    }
    for (const path of ["/", "/api", "/data", "/bench", "/error", "/echo"]) {
      expect((await api.private(path)).status).toBe(404);
    }
  });

  it("is the only one that shows metrics: the public one takes /metrics for any other path", async () => {
    expect((await api.get("/metrics")).text).toContain("GET /metrics HTTP/1.1");
  });

  it("can be the public one, or none", async () => {
    const none = await Api.start(["--metrics-port=off"]);
    expect(none.metricsPort).toBe("off");
    expect((await none.get("/metrics")).text).toContain("RemoteAddr");
    await none.stop();
    const free = 20_000 + Math.floor(Math.random() * 10_000);
    const one = await Api.start([`--port=${free}`, `--metrics-port=${free}`]);
    expect((await one.get("/metrics")).text).toContain("build_info");
    expect((await one.get("/bench")).text).toBe("1");
    await one.stop();
  });
});

describe("bodies and headers", () => {
  it("reads a body up to the limit", async () => {
    expect((await api.get("/", { method: "POST", body: "x".repeat(1024) })).status).toBe(200);
  });

  it("answers 413 to a longer one, announced or not", async () => {
    expect((await api.get("/", { method: "POST", body: "x".repeat(1025) })).status).toBe(413);
    const chunked = { method: "POST", body: "x".repeat(1025), headers: { "transfer-encoding": "chunked" } };
    expect((await api.get("/", chunked)).status).toBe(413);
  });

  it("answers 431 to a header beyond the limit", async () => {
    expect((await api.get("/", { headers: { big: "x".repeat(3000) } })).status).toBe(431);
  });
});

describe("HTTP/2", () => {
  const request = (session: http2.ClientHttp2Session, headers: http2.OutgoingHttpHeaders, body?: string) =>
    new Promise<{ status: number; headers: http2.IncomingHttpHeaders; text: string }>((resolve, reject) => {
      const stream = session.request(headers, { endStream: body === undefined });
      let head: http2.IncomingHttpHeaders = {};
      let text = "";
      stream.on("response", (received) => {
        head = received;
      });
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        text += chunk;
      });
      stream.on("error", reject);
      stream.on("end", () => resolve({ status: Number(head[":status"]), headers: head, text }));
      if (body !== undefined) {
        stream.end(body);
      }
    });

  it("is chosen by ALPN and serves every route, many at once", async () => {
    const session = http2.connect(`https://localhost:${api.port}`, { rejectUnauthorized: false });
    const answers = await Promise.all([
      ...Array.from({ length: 50 }, () => request(session, { ":path": "/bench" })),
      request(session, { ":path": "/data?size=3&unit=mb" }),
      request(session, { ":path": "/error" }),
    ]);
    expect(answers.slice(0, 50).every(({ text }) => text === "1")).toBe(true);
    expect(answers[50]?.text === reference(3 * 1024 ** 2)).toBe(true);
    expect(answers[51]?.status).toBe(500);

    const root = await request(session, { ":path": "/x", "x-a": "1" });
    expect(root.text).toContain(`GET /x HTTP/2.0\r\nHost: localhost:${api.port}\r\nx-a: 1\r\n`);
    const json = JSON.parse((await request(session, { ":path": "/api", "x-a": "1" })).text);
    expect(json).toMatchObject({ host: `localhost:${api.port}`, headers: { "X-A": ["1"] } });

    expect((await request(session, { ":path": "/", ":method": "POST" }, "x".repeat(1025))).status).toBe(413);
    expect((await request(session, { ":path": "/", ":method": "POST" }, "x")).status).toBe(200);
    expect((await request(session, { ":path": "/api", ":method": "BREW" })).status).toBe(405);
    expect((await request(session, { ":path": "/echo" })).status).toBe(426);
    expect((await request(session, { ":path": "/api", ":method": "HEAD" })).text).toBe("");
    session.close();
  });
});
