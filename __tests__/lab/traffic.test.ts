import { spawnSync } from "node:child_process";
import { download, echo, get, getHttp2, regionOf } from "../../lab/traffic/client";
import { allRegionsUp, balancer, fingerprintOf, pki, presentedBy, region } from "./support/platform";

beforeAll(allRegionsUp);

describe("users of the load balancer", () => {
  test("reach the regions in turn", async () => {
    const regions: string[] = [];
    for (let i = 0; i < 20; i++) regions.push(await regionOf(balancer));
    expect(regions.filter((name) => name === "eu")).toHaveLength(10);
    for (let i = 1; i < regions.length; i++) expect(regions[i]).not.toBe(regions[i - 1]);
  });

  test("see the load balancer's certificate", async () => {
    const { fingerprint, subject } = await get(balancer, "/health");
    expect(subject).toBe("api.lb");
    expect(fingerprint).toBe(fingerprintOf(pki["lb-certificate"] as string));
  });

  test("are told apart from the region: it sees its own name, and theirs as forwarded", async () => {
    const { body } = await get(balancer, "/api");
    const seen = JSON.parse(body) as { region: string; host: string; headers: Record<string, string[]> };
    expect(seen.host).toBe(`api.${seen.region}`);
    expect(seen.headers["X-Forwarded-Host"]).toEqual(["api.lb"]);
    expect(seen.headers["X-Forwarded-For"]).toEqual(["192.168.56.1"]);
  });

  test("are not believed about whom they forward for", async () => {
    const { body } = await get(balancer, "/api", { headers: { "X-Forwarded-For": "203.0.113.1" } });
    expect(body).not.toContain("203.0.113.1");
  });

  test("keep a websocket through both Traefiks", async () => {
    await expect(echo(balancer, "/echo", "are you there?")).resolves.toBe("are you there?");
  });

  test("speak HTTP/2", async () => {
    await expect(getHttp2(balancer, "/health")).resolves.toEqual({ status: 200, alpn: "h2" });
  });

  test("stream a gibibyte whole", async () => {
    const began = Date.now();
    const bytes = await download(balancer, "/data?size=1073741823&unit=b");
    console.log(`${bytes} bytes in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    expect(bytes).toBeGreaterThanOrEqual(2 ** 30 - 1);
  });

  test("are sent from HTTP to HTTPS, at the port that is open", () => {
    const { stdout } = spawnSync("curl", ["-sI", "-H", "Host: api.lb", `http://${balancer.address}/api`], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^HTTP\/1.1 308/);
    expect(stdout).toMatch(/^location: https:\/\/api\.lb(:443)?\/api\r$/im);
  });
});

describe("TLS", () => {
  const openssl = (...args: string[]) =>
    spawnSync("openssl", ["s_client", "-connect", `${balancer.address}:443`, ...args], {
      input: "",
      encoding: "utf8",
    });

  test.each(["-tls1_1", "-tls1"])("%s is refused by the load balancer", (version) => {
    const { status, stderr } = openssl("-servername", "api.lb", version, "-cipher", "DEFAULT@SECLEVEL=0");
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/protocol version|unsupported protocol/);
  });

  test.each(["-tls1_2", "-tls1_3"])("%s is spoken", (version) => {
    expect(openssl("-servername", "api.lb", version).status).toBe(0);
  });

  test.each([
    ["another name", ["-servername", "api.example"]],
    ["no name", ["-noservername"]],
  ])("a client that asks for %s is refused", (_what, args) => {
    expect(openssl(...args).stderr).toMatch(/unrecognized name/);
  });

  test.each(["eu", "us"])(
    "%s: what a client of the regional Traefik sees is the API's own certificate",
    async (name) => {
      const target = region(name);
      const { fingerprint } = await get(target, "/health");
      expect(fingerprint).toBe(fingerprintOf(pki[`${name}-certificate`] as string));
      expect(fingerprint).toBe(await presentedBy(target.address, target.host));
    },
  );

  test("a name that no route has is not passed through", async () => {
    const target = { ...region("eu"), host: "api.nowhere" };
    await expect(get(target, "/health")).rejects.toThrow(/altnames|certificate/i);
  });
});
