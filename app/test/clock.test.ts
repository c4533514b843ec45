import path from "node:path";
import { Api, eventually, PROGRAM, pairFolder } from "./support/api";

const STEPPED = ["--require", path.join(__dirname, "support/stepped-clock.cjs"), PROGRAM];

it("a clock that is stepped costs no request: only the certificate is judged by it, and it recovers", async () => {
  const api = await Api.start([], pairFolder(), {}, STEPPED);
  const ready = async (reason: RegExp): Promise<unknown> =>
    eventually(String(reason), async () => reason.test((await api.get("/readyz")).text));

  const waiting = api.get("/?wait=500ms");
  await eventually("in flight", async () => (await api.metric("http_requests_in_flight")) === 2);
  api.process.kill("SIGUSR2"); // a year ahead
  await ready(/^certificate expired on /);
  expect((await waiting).status).toBe(200);
  api.process.kill("SIGUSR2"); // a year behind
  await ready(/^certificate not valid before /);
  expect((await api.get("/bench")).text).toBe("1");
  api.process.kill("SIGUSR2");
  await ready(/^ok$/m);

  for (const line of api.logs("request")) {
    expect(line["duration_us"]).toBeGreaterThanOrEqual(0);
    expect(line["duration_us"]).toBeLessThan(60_000_000);
  }
  expect(await api.metric("api_internal_errors_total")).toBe(0);
});
