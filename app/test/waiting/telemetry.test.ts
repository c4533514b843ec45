import fs from "node:fs";
import path from "node:path";
import { selfSigned } from "../../build/self-signed";
import { Api, eventually, PROGRAM, pairFolder, pause, temporaryFolder } from "../support/api";
import { Receiver } from "../support/otlp/receiver";
import { PROTOCOLS, request } from "../support/requests";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";
const traceparent = (sampled: boolean): string => `00-${TRACE}-${CALLER}-0${Number(sampled)}`;

const receivers: Receiver[] = [];
async function receiver(pair?: ConstructorParameters<typeof Receiver>[0]): Promise<[Receiver, string]> {
  const made = new Receiver(pair);
  receivers.push(made);
  return [made, await made.listen()];
}
afterAll(() => {
  for (const each of receivers) each.close();
});

describe("a receiver of OTLP", () => {
  let api: Api;
  let told: Receiver;
  beforeAll(async () => {
    const [made, url] = await receiver();
    told = made;
    const flags = [
      "--name=eu",
      "--region=europe",
      "--app-version=7",
      "--otlp-interval=200ms",
      "--trace-ratio=0",
    ];
    api = await Api.start([...flags, "--trusted-proxies=127.0.0.0/8,::1"], undefined, {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${url}/`,
      API_OTLP_HEADERS: "authorization=Bearer%20abc,X-Tenant=eu",
    });
  });

  it("is told who sends, and has the headers that it wants", async () => {
    await eventually("a message", () => told.messages > 0);
    expect(told.headers).toMatchObject({ authorization: "Bearer abc", "x-tenant": "eu" });
    expect(told.resource).toMatchObject({
      "service.name": "eu",
      "service.version": "7",
      "cloud.region": "europe",
    });
  });

  it("gets the series of /metrics, with the same numbers", async () => {
    for (const target of ["/bench", "/bench", "/error"]) await api.get(target);
    const bench = { app: "eu", path: "/bench", method: "GET", status: "200" };
    const { data } = await eventually("the requests", () => {
      const metric = told.metrics.get("http_requests_total");
      return metric?.points.some(
        ({ attributes, asDouble }) => attributes["path"] === "/error" && asDouble === 1,
      )
        ? metric
        : undefined;
    });
    const points = told.metrics.get("http_requests_total")?.points;
    expect(data).toBe("sum");
    expect(points).toContainEqual(expect.objectContaining({ attributes: bench, asDouble: 2 }));
    const durations = told.metrics.get("http_request_duration_seconds");
    const of = durations?.points.find(({ attributes }) => attributes["path"] === "/bench");
    expect([durations?.data, durations?.unit, of?.["count"]]).toEqual(["histogram", "s", 2]);
    const counts = of?.["bucketCounts"] as readonly number[];
    expect(counts.reduce((sum, each) => sum + each)).toBe(2);
    expect(told.metrics.get("process_resident_memory_bytes")).toMatchObject({ data: "gauge", unit: "By" });

    const { text } = await api.private("/metrics");
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect([...told.metrics.keys()].sort()).toEqual(names.sort());
  });

  it.each(PROTOCOLS)("gets a request's span in the trace of who called, over %s", async (protocol) => {
    told.spans.length = 0;
    await request(protocol, api.port, { path: "/error?x=1", headers: { traceparent: traceparent(true) } });
    const [span] = await eventually("a span", () => told.spans.length > 0 && told.spans);
    expect(span).toMatchObject({
      traceId: TRACE,
      parentSpanId: CALLER,
      name: "GET /error",
      kind: "SPAN_KIND_SERVER",
      status: "STATUS_CODE_ERROR",
      attributes: {
        "http.request.method": "GET",
        "http.route": "/error",
        "http.response.status_code": 500,
        "url.path": "/error",
        "url.scheme": "https",
        "network.protocol.version": protocol === "HTTP/2" ? "2" : "1.1",
      },
    });
    const line = await eventually("its line", () => api.logs("request").findLast((each) => each["trace_id"]));
    expect(line).toMatchObject({ trace_id: TRACE, route: "/error" });
    expect(Math.abs((span?.milliseconds ?? 0) - Number(line["duration_us"]) / 1000)).toBeLessThan(1);
  });

  it("gets none that a trusted proxy has decided against, or nobody for", async () => {
    told.spans.length = 0;
    await api.get("/bench", { headers: { traceparent: traceparent(false) } });
    await api.get("/bench");
    await api.get("/bench", { headers: { traceparent: "nonsense" } });
    await api.get("/bench", { headers: { traceparent: traceparent(true) } });
    await eventually("the last one", () => told.spans.length > 0);
    expect(told.spans).toHaveLength(1);
  });

  it("gets what is left when the process ends, and nothing was wrong", async () => {
    told.spans.length = 0;
    await api.get("/bench", { headers: { traceparent: traceparent(true) } });
    api.process.kill("SIGTERM");
    expect(await api.exited).toBe(0);
    expect(told.spans).toHaveLength(1);
    expect(api.logs().filter(({ level }) => level !== "info")).toEqual([]);
  });
});

it("a stranger's traceparent names the trace, and does not decide that it is kept", async () => {
  const [told, url] = await receiver();
  const flags = ["--otlp-interval=200ms", `--otlp-endpoint=${url}`];
  const headers = { traceparent: traceparent(true) };
  const none = await Api.start([...flags, "--trace-ratio=0"]);
  await none.get("/bench", { headers });
  none.process.kill("SIGTERM");
  await none.exited;
  expect(told.spans).toEqual([]);

  const all = await Api.start([...flags, "--trace-ratio=1"]);
  await all.get("/bench", { headers: { traceparent: traceparent(false), "user-agent": "x".repeat(5000) } });
  all.process.kill("SIGTERM");
  await all.exited;
  expect(told.spans).toMatchObject([{ traceId: TRACE, parentSpanId: CALLER }]);
  expect(told.spans[0]?.attributes["user_agent.original"]).toBe("x".repeat(1024));
});

it("is reached by HTTPS where its authority is known", async () => {
  const pair = selfSigned();
  const [told, url] = await receiver(pair);
  const authority = path.join(temporaryFolder(), "ca.crt");
  fs.writeFileSync(authority, pair.cert);
  const flags = ["--otlp-interval=200ms", `--otlp-endpoint=${url}`];
  const [trusting, other] = await Promise.all([
    Api.start(flags, undefined, { NODE_EXTRA_CA_CERTS: authority }),
    Api.start(flags),
  ]);
  await eventually("a message", () => told.messages > 0);
  await eventually("a refusal", () => other.logs("telemetry not sent").length > 0);
  expect(trusting.logs("telemetry not sent")).toEqual([]);
});

it("may be away: that is logged once a minute, costs no request, and no end of the process", async () => {
  const api = await Api.start([
    "--otlp-interval=100ms",
    "--otlp-endpoint=http://127.0.0.1:9",
    "--trace-ratio=1",
  ]);
  await eventually("a warning", () => api.logs("telemetry not sent").length > 0);
  for (let count = 0; count < 20; count += 1) {
    expect((await api.get("/bench")).status).toBe(200);
    await pause(20);
  }
  expect(api.logs("telemetry not sent").length).toBeLessThanOrEqual(2); // one of metrics, one of traces
  expect(await api.metric("api_internal_errors_total")).toBe(0);
  const started = performance.now();
  api.process.kill("SIGTERM");
  expect(await api.exited).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
});

it("nothing of it is read where no receiver is named", async () => {
  const alone = path.join(temporaryFolder(), "api.cjs");
  fs.copyFileSync(PROGRAM, alone); // without what lies beside it
  const api = await Api.start([], undefined, {}, [alone]);
  expect((await api.get("/healthz")).status).toBe(200);
  const named = Api.spawn(["--otlp-endpoint=http://127.0.0.1:9"], pairFolder(), {}, [alone]);
  expect(await named.exited).toBe(1);
  expect(named.stderr).toContain("otlp.cjs");
});
