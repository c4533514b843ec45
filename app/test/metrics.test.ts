import { Api, ask, eventually, pause } from "./support/api";

let api: Api;
let text: string;

beforeAll(async () => {
  api = await Api.start(['--name=e"u', "--app-version=9.9.9"]);
  await api.get("/api?secret=1");
  await api.get("/api");
  await api.get("/api", { method: "POST" });
  await api.get("/nobody/knows/17");
  await api.get("/nobody/knows/18");
  await api.get("/?wait=30ms");
  await api.get("/data?size=70000");
  text = (await api.private("/metrics")).text;
});

const APP = 'app="e\\"u"';

it("counts requests by route, method and status", () => {
  expect(text).toContain(`http_requests_total{${APP},path="/api",method="GET",status="200"} 2\n`);
  expect(text).toContain(`http_requests_total{${APP},path="/api",method="POST",status="405"} 1\n`);
  expect(text).toContain(`http_requests_total{${APP},path="/",method="GET",status="200"} 3\n`);
  expect(text).toContain(`http_requests_total{${APP},path="/data",method="GET",status="200"} 1\n`);
});

it("never shows a raw URL, and does not count itself", () => {
  expect(text).not.toMatch(/secret|nobody|wait|path="\/metrics"/);
});

it("times requests in cumulative buckets", () => {
  const buckets = [...text.matchAll(/_bucket\{app="e\\"u",path="\/",le="([^"]+)"\} (\d+)/g)].map(
    ([, bound, count]) => [bound, Number(count)] as const,
  );
  const at = (bound: string): number | undefined => buckets.find(([candidate]) => candidate === bound)?.[1];
  expect(at("0.025")).toBe(2);
  expect(at("+Inf")).toBe(3);
  const counts = buckets.map(([, count]) => count);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(text).toContain(`http_request_duration_seconds_count{${APP},path="/"} 3\n`);
});

it("shows the certificate's expiry, the process, the runtime and the build", () => {
  for (const series of [
    /^tls_certificate_not_after_seconds \d{10}$/m,
    /^tls_certificate_last_reload_successful 1$/m,
    /^tls_certificate_reload_failures_total 0$/m,
    /^process_cpu_seconds_total [\d.]+$/m,
    /^process_resident_memory_bytes \d+$/m,
    /^nodejs_eventloop_lag_seconds [\d.e-]+$/m,
    /^nodejs_heap_size_used_bytes \d+$/m,
    /^http_requests_in_flight 1$/m,
    /^websocket_connections 0$/m,
    /^build_info\{app="e\\"u",version="9\.9\.9",commit="test",runtime="node v[\d.]+"\} 1$/m,
  ]) {
    expect(text).toMatch(series);
  }
});

it("describes every series once, in Prometheus' text format", () => {
  const families = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name]) => name as string);
  expect(new Set(families).size).toBe(families.length);
  for (const line of text.split("\n").filter((candidate) => candidate !== "" && !candidate.startsWith("#"))) {
    expect(line).toMatch(/^[a-z_:][a-z0-9_:]*(\{([a-z_]+="(\\.|[^"\\])*",?)*\})? (-?[\d.e+-]+|NaN|\+Inf)$/i);
    const name = line.split(/[{ ]/, 1)[0] as string;
    expect(
      families.some((family) => name === family || name.replace(/_(bucket|sum|count)$/, "") === family),
    ).toBe(true);
  }
});

describe("logs", () => {
  it("have one line per request, without the query", async () => {
    const requests = await eventually("7 lines", () => {
      const lines = api.logs("request");
      return lines.length >= 7 && lines;
    });
    expect(requests).toHaveLength(7);
    expect(requests[0]).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: "info",
      message: "request",
      method: "GET",
      path: "/api",
      route: "/api",
      status: 200,
      bytes: expect.any(Number),
      duration_us: expect.any(Number),
      client: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      protocol: "HTTP/1.1",
    });
    expect(requests.at(-1)).toMatchObject({ path: "/data", bytes: 70_000 });
  });

  it("name the client behind a trusted proxy and nobody else's", async () => {
    const headers = { "x-forwarded-for": "198.51.100.1", "user-agent": 'a"b' };
    const trusting = await Api.start(["--trusted-proxies=127.0.0.0/8,::1"]);
    await trusting.get("/bench", { headers });
    await api.get("/bench", { headers });
    await pause(100);
    expect(trusting.logs("request")[0]).toMatchObject({ client: "198.51.100.1", user_agent: 'a"b' });
    expect(api.logs("request").at(-1)?.["client"]).not.toBe("198.51.100.1");
    await trusting.stop();
  });

  it("stay valid whatever a client sends", async () => {
    await api.get('/%22"}{\\', { headers: { "user-agent": '"\\\u00e9' } });
    await pause(100);
    const line = api.logs("request").at(-1);
    expect([line?.["path"], line?.["user_agent"]]).toEqual(['/%22"}{\\', '"\\\u00e9']);
  });

  it("leave requests out where only warnings are wanted", async () => {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const quiet = Api.spawn(["--log-level=warn", `--port=${port}`]);
    await eventually("service", () =>
      ask(port, "/bench").then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    await pause(100);
    expect(quiet.logs()).toEqual([]);
    await quiet.stop();
  });
});
