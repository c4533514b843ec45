import { X509Certificate } from "node:crypto";
import { labNode } from "../../lab/lab";
import { eventually, sleep } from "../../lab/run";
import { get, regionOf } from "../../lab/traffic/client";
import { startLoad } from "../../lab/traffic/load";
import {
  allRegionsUp,
  balancer,
  issueAuthority,
  issueCertificate,
  type Pair,
  pki,
  platformAuthority,
  region,
  regionUp,
  replaceCertificate,
  serves,
} from "./support/platform";

const eu = labNode("eu");
const original: Pair = { cert: pki["eu-certificate"] as string, key: pki["eu-key"] as string };

/** Ends the API's pod of `eu`, and with it every open connection: those were verified before. */
const disconnect = () =>
  eu.kubectl(["-n", "api", "delete", "pod", "-l", "app.kubernetes.io/name=api", "--grace-period=1"]);

/** The API of `eu` with another certificate, and new connections only. */
async function presents(pair: Pair): Promise<void> {
  await replaceCertificate("eu", pair);
  await disconnect();
  await serves("eu", pair.cert);
  const left = Date.parse(new X509Certificate(pair.cert).validTo) - Date.now();
  if (left > 60_000) return;
  await sleep(left + 1000);
  await disconnect();
}

beforeAll(allRegionsUp);

afterAll(async () => {
  await presents(original);
  await allRegionsUp();
});

describe("a region whose certificate does not prove who it is", () => {
  test.each<[string, () => Promise<Pair>]>([
    ["of another CA", async () => issueCertificate(await issueAuthority("Meridian local CA"), "api.eu")],
    ["for another name", async () => issueCertificate(platformAuthority(), "api.us")],
    [
      "that expires while it is served",
      async () => issueCertificate(platformAuthority(), "api.eu", 30 / 3600),
    ],
  ])("with one %s never answers, is seen to be down, and the other region serves", async (_what, made) => {
    await presents(await made());
    await eventually("eu is taken for down", async () => ((await regionUp("eu")) === 0 ? true : undefined), {
      seconds: 60,
    });
    const load = startLoad(balancer, { users: 4, rest: 0 });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const samples = await load.stop();
    expect(samples.length).toBeGreaterThan(100);
    expect(samples.filter(({ region }) => region !== "us")).toEqual([]);
    expect(await regionUp("us")).toBe(1);
    await expect(get(region("eu"), "/health")).rejects.toThrow();
  });

  test("serves again with a good certificate", async () => {
    await presents(original);
    await allRegionsUp();
    const answers = await Promise.all(Array.from({ length: 10 }, () => regionOf(balancer)));
    expect(new Set(answers)).toEqual(new Set(["eu", "us"]));
  });
});
