import { labNode } from "../../lab/lab";
import { eventually, sleep } from "../../lab/run";
import { regionOf, type Target } from "../../lab/traffic/client";
import { failures, type Load, type Sample, startLoad, summary } from "../../lab/traffic/load";
import { azureValues, configureBalancer, type Values } from "./support/balancer";
import { behindCloudflare, withoutCloudflare } from "./support/cloudflare";
import { allRegionsUp, regionUp } from "./support/platform";

interface HealthCheck {
  readonly interval: string;
  readonly timeout: string;
}

let cloudflare: Target;
const american = { "Cf-Ipcountry": "US" };
const us = labNode("us");

/** Seconds that the generated health check takes at most to notice, read from the configuration under test. */
function noticedWithin(values: Values): number {
  const { loadBalancer } = values.providers.file.content.http.services["us"] as {
    loadBalancer: { healthCheck: HealthCheck };
  };
  return (
    Number.parseFloat(loadBalancer.healthCheck.interval) + Number.parseFloat(loadBalancer.healthCheck.timeout)
  );
}

/** Cuts a region off as a dead machine is: nothing answers, and no error comes back. */
const link = (state: "up" | "down") => us.inBridge(["ip", "link", "set", "to-us", state]);

/** Lets every pod of the API in `us` go, or brings them back. */
const scale = (replicas: number) =>
  us.kubectl(["-n", "api", "scale", "deployment/api", `--replicas=${replicas}`]);

const span = (failed: readonly Sample[]): number => {
  const last = failed.at(-1);
  return failed[0] && last ? (last.at + last.milliseconds - failed[0].at) / 1000 : 0;
};

beforeAll(async () => {
  cloudflare = (await behindCloudflare()).target;
});

afterAll(async () => {
  await link("up");
  await scale(1);
  await withoutCloudflare();
});

describe("a region that dies under load", () => {
  let load: Load;
  let limit: number;

  beforeAll(() => {
    limit = noticedWithin(azureValues());
    load = startLoad(cloudflare, { headers: american, users: 8 });
  });

  test("its users are served by the next region, once a health check has failed", async () => {
    await sleep(2000);
    expect(load.samples.every(({ region }) => region === "us")).toBe(true);
    await link("down");
    await eventually("us is taken for down", async () => ((await regionUp("us")) === 0 ? true : undefined), {
      seconds: 30,
    });
    await sleep(12_000); // every user may hang on a dead connection until it gives up, after ten seconds
    const recent = load.samples.slice(-50);
    expect(recent.map(({ region }) => region)).toEqual(recent.map(() => "eu"));
  });

  test("it gets its users back when it recovers", async () => {
    await link("up");
    await eventually("us is taken for up", async () => ((await regionUp("us")) === 1 ? true : undefined), {
      seconds: 30,
    });
    await eventually("us serves its users", async () =>
      (await regionOf(cloudflare, american)) === "us" ? true : undefined,
    );
    await sleep(1000);
    expect(load.samples.slice(-20).map(({ region }) => region)).toEqual(Array(20).fill("us"));
  });

  test("requests fail for no longer than the health check takes to notice, and the connections that hung", async () => {
    const samples = await load.stop();
    const failed = failures(samples);
    console.log(
      `a dead region, noticed after ${limit} s at most: ${summary(samples)}, for ${span(failed).toFixed(1)} s`,
    );
    expect(failed.length).toBeGreaterThan(0);
    // What was under way when the region died hangs until the ping of its connection fails, or the caller gives up.
    expect(span(failed)).toBeLessThan(limit + 15);
    expect(samples.filter(({ region }) => region === "mixed")).toEqual([]);
  });
});

describe("a region whose API is gone under load", () => {
  test("is left within one health check, and every answer until then is an honest 502 or 503", async () => {
    const load = startLoad(cloudflare, { headers: american, users: 8 });
    await sleep(1000);
    await scale(0);
    await eventually("us is taken for down", async () => ((await regionUp("us")) === 0 ? true : undefined), {
      seconds: 60,
    });
    await sleep(1000);
    await scale(1);
    await allRegionsUp();
    const samples = await load.stop();
    console.log(`an API without pods: ${summary(samples)}, for ${span(failures(samples)).toFixed(1)} s`);
    expect(failures(samples).filter(({ status }) => ![0, 500, 502, 503, 504].includes(status))).toEqual([]);
    expect(span(failures(samples))).toBeLessThan(noticedWithin(azureValues()) + 3);
  });
});

describe("with failover switched off, for data residency", () => {
  test("users of a region that is down get 503, and never another region", async () => {
    await configureBalancer(azureValues({ failover: false }));
    await allRegionsUp();
    const load = startLoad(cloudflare, { headers: american, users: 4 });
    await scale(0);
    await eventually("us is taken for down", async () => ((await regionUp("us")) === 0 ? true : undefined), {
      seconds: 60,
    });
    await expect(regionOf(cloudflare, american)).resolves.toBe("503");
    await expect(regionOf(cloudflare, { "Cf-Ipcountry": "DE" })).resolves.toBe("eu");
    await scale(1);
    await allRegionsUp();
    const samples = await load.stop();
    expect([...new Set(samples.map(({ region }) => region))].sort()).toEqual(["", "us"]);
    await expect(regionOf(cloudflare, american)).resolves.toBe("us");
  });
});
