import { COUNTRIES, COUNTRY_LISTS } from "../../config/countries";
import { get, regionOf, type Target } from "../../lab/traffic/client";
import { behindCloudflare, withoutCloudflare } from "./support/cloudflare";
import { balancer, issueAuthority, issueCertificate, type Pair } from "./support/platform";

let cloudflare: Target;
let originPulls: Pair;

beforeAll(async () => {
  ({ target: cloudflare, originPulls } = await behindCloudflare());
});

afterAll(withoutCloudflare);

const from = (...countries: readonly string[]) => regionOf(cloudflare, { "Cf-Ipcountry": countries });

describe("azure's configuration, in the running balancer", () => {
  const american = COUNTRY_LISTS["americas-26"];

  test.each(american)("users in %s reach us", async (country) => {
    await expect(from(country)).resolves.toBe("us");
  });

  test("users in every other country reach the default region", async () => {
    const others = COUNTRIES.filter((country) => !(american as readonly string[]).includes(country));
    const astray: string[] = [];
    for (const country of others) if ((await from(country)) !== "eu") astray.push(country);
    expect(others.length).toBeGreaterThan(200);
    expect(astray).toEqual([]);
  });

  test.each(["XX", "T1", "us", "Us", "", "USA", "U", "US,DE", "US, CA", " "])(
    "'%s' is no country that a region lists: the default region",
    async (country) => {
      await expect(from(country)).resolves.toBe("eu");
    },
  );

  test("without the header: the default region", async () => {
    await expect(regionOf(cloudflare)).resolves.toBe("eu");
  });

  test.each([
    [["US", "CA"], "us"],
    [["US", "DE"], "eu"],
    [["DE", "US"], "eu"],
    [["US", ""], "eu"],
  ])("several values %j: us only where us lists every one", async (countries, region) => {
    await expect(from(...countries)).resolves.toBe(region);
  });
});

describe("authenticated origin pulls protect the header", () => {
  const refused = /certificate required|alert|ECONNRESET|socket hang up|EPIPE/i;

  test("a caller without a certificate is refused", async () => {
    await expect(get(balancer, "/api", { headers: { "Cf-Ipcountry": "US" } })).rejects.toThrow(refused);
  });

  test("a caller with a certificate of another CA is refused", async () => {
    const client = await issueCertificate(await issueAuthority("somebody"), "cloudflare", 24, [
      "client_auth",
    ]);
    await expect(get({ ...balancer, client }, "/api")).rejects.toThrow(refused);
  });

  test("a caller whose certificate has expired is refused", async () => {
    const client = await issueCertificate(originPulls, "cloudflare", 0, ["client_auth"]);
    await expect(get({ ...balancer, client }, "/api")).rejects.toThrow(refused);
  });

  test("nothing listens on port 80", async () => {
    await expect(
      fetch(`http://${balancer.address}/`, { signal: AbortSignal.timeout(3000) }),
    ).rejects.toThrow();
  });
});
