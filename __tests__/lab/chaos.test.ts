import { labNode, labNodes } from "../../lab/lab";
import { COMPONENTS } from "../../lab/node/components";
import { eventually, sleep } from "../../lab/run";
import type { Target } from "../../lab/traffic/client";
import { failures, startLoad, summary } from "../../lab/traffic/load";
import { azureValues } from "./support/balancer";
import { behindCloudflare, withoutCloudflare } from "./support/cloudflare";
import { allRegionsUp } from "./support/platform";

/** Seconds of chaos, and what it begins from: the same seed strikes the same targets in the same order. */
const SECONDS = Number(process.env["CHAOS_SECONDS"] ?? 120);
const SEED = Number(process.env["CHAOS_SEED"] ?? 20_260);

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(SEED);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;

interface Strike {
  readonly name: string;
  run(): Promise<void>;
}

/** The programs of a node manage and do not serve: their loss must not reach users. */
const strikes: readonly (() => Strike)[] = [
  () => {
    const node = pick(labNodes());
    const component = pick(COMPONENTS);
    return {
      name: `kill and restart ${component} of ${node.entry.cluster}`,
      async run() {
        const pid = node.pidOf(component);
        if (pid) process.kill(pid, "SIGKILL");
        await sleep(1000);
        node.startComponent(component);
      },
    };
  },
  () => {
    const node = pick(labNodes());
    const component = pick(COMPONENTS);
    return {
      name: `pause ${component} of ${node.entry.cluster} for 4 s`,
      async run() {
        const pid = node.pidOf(component);
        if (!pid) return;
        process.kill(pid, "SIGSTOP");
        await sleep(4000);
        process.kill(pid, "SIGCONT");
      },
    };
  },
  () => {
    const cluster = pick(["eu", "us"]);
    return {
      name: `kill the API in ${cluster}`,
      async run() {
        for (const { pid, command } of labNode(cluster).processes("pods")) {
          if (command === "node") process.kill(pid, "SIGKILL");
        }
      },
    };
  },
  () => {
    const cluster = pick(["eu", "us", "lb"]);
    return {
      name: `kill Traefik in ${cluster}`,
      async run() {
        for (const { pid, command } of labNode(cluster).processes("pods")) {
          if (command === "traefik") process.kill(pid, "SIGKILL");
        }
      },
    };
  },
  () => {
    const cluster = pick(["eu", "us"]);
    return {
      name: `cut the cable of ${cluster} for 3 s`,
      async run() {
        const node = labNode(cluster);
        await node.inBridge(["ip", "link", "set", `to-${cluster}`, "down"]);
        await sleep(3000);
        await node.inBridge(["ip", "link", "set", `to-${cluster}`, "up"]);
      },
    };
  },
];

let cloudflare: Target;

beforeAll(async () => {
  // Data residency: no region stands in for another.
  cloudflare = (await behindCloudflare(azureValues({ failover: false }))).target;
});

afterAll(withoutCloudflare);

test(
  `${SECONDS} s of chaos from seed ${SEED}: pinned users never leave their region, no answer is mixed, everything recovers`,
  async () => {
    const processes = () =>
      labNodes().map((node) =>
        node
          .processes()
          .map(({ command }) => command)
          .filter((name) => (COMPONENTS as readonly string[]).includes(name))
          .sort(),
      );
    const before = processes();
    const load = (country: string) =>
      startLoad(cloudflare, { headers: { "Cf-Ipcountry": country }, users: 3, rest: 20, timeout: 5000 });
    const users = { us: load("US"), eu: load("DE") };
    const struck: string[] = [];
    const end = Date.now() + SECONDS * 1000;
    while (Date.now() < end) {
      const strike = pick(strikes)();
      struck.push(strike.name);
      await strike.run();
      await sleep(2000 + next() * 4000);
    }
    const quiet = Date.now();
    await eventually(
      "every region and every component is back",
      async () => {
        for (const node of labNodes()) await node.kubectl(["get", "--raw", "/readyz"], { timeout: 3000 });
        await allRegionsUp();
        return JSON.stringify(processes()) === JSON.stringify(before) ? true : undefined;
      },
      { seconds: 90 },
    );
    const recovered = (Date.now() - quiet) / 1000;
    await sleep(3000);
    const report: string[] = [];
    for (const [region, { stop }] of Object.entries(users)) {
      const samples = await stop();
      const answered = samples.filter(({ status }) => status === 200);
      report.push(
        `${region}: ${((100 * answered.length) / samples.length).toFixed(2)} % answered; ${summary(samples)}`,
      );
      expect([...new Set(answered.map((sample) => sample.region))]).toEqual([region]);
      expect(failures(samples.slice(-20))).toEqual([]);
      expect(answered.length / samples.length).toBeGreaterThan(0.5);
    }
    console.log(
      [
        `seed ${SEED}, ${struck.length} strikes, all well ${recovered.toFixed(1)} s after the last`,
        ...struck,
        ...report,
      ].join("\n"),
    );
    expect(processes()).toEqual(before);
  },
  (SECONDS + 180) * 1000,
);
