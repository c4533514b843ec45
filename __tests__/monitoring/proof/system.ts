import fs from "node:fs";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import { bundle } from "../../../app/build/bundle";
import { freePort } from "../../support/free-port";
import { makeAuthority, makeCertificate } from "./certificates";
import { eventually, Processes, sleep } from "./processes";
import { get, PASSWORD, startHub, startPrometheus } from "./prometheus";
import { told } from "./synthesized";

const REGIONS = ["eu", "us"] as const;
export type Region = (typeof REGIONS)[number];

interface Ports {
  readonly api: number;
  readonly metrics: number;
  readonly prometheus: number;
}

/** The API in two regions, a Prometheus in each as deployed, and a hub that both write to. */
export class System {
  readonly processes = new Processes();
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-proof-"));
  private readonly ca = makeAuthority(this.folder);
  private readonly authority = fs.readFileSync(this.ca, "utf8");
  private readonly ports = new Map<Region, Ports>();
  private hubPort = 0;
  private username = "";

  async start(): Promise<void> {
    const program = path.join(this.folder, "api.cjs");
    const [clusters] = [told(REGIONS), await bundle(program, "proof")];
    this.username = clusters[0]?.username ?? "";
    const passwordFile = path.join(this.folder, "password");
    fs.writeFileSync(passwordFile, PASSWORD);

    this.hubPort = await freePort();
    startHub(
      this.processes,
      path.join(this.folder, "hub"),
      this.hubPort,
      this.username,
      makeCertificate(this.folder, "hub"),
    );
    for (const [index, region] of REGIONS.entries()) {
      const ports = { api: await freePort(), metrics: await freePort(), prometheus: await freePort() };
      this.ports.set(region, ports);
      this.startApi(program, region, ports);
      const { ca, folder } = this;
      startPrometheus(
        this.processes,
        path.join(folder, region),
        ports.prometheus,
        clusters[index] as (typeof clusters)[number],
        [{ job: "api", address: `127.0.0.1:${ports.metrics}`, discovered: DISCOVERED, ca }],
        { url: `${this.hub}/api/v1/write`, ca, passwordFile },
      );
    }
    for (const region of REGIONS) {
      await eventually(`the API in ${region}`, async () => this.call(region, "/healthz"), 10).catch(
        (error: Error) => {
          throw new Error(`${error.message}\n${this.processes.log}`);
        },
      );
    }
  }

  private startApi(program: string, region: Region, { api, metrics }: Ports): void {
    const { cert, key } = makeCertificate(this.folder, `api.${region}`);
    this.processes.start(process.execPath, [
      program,
      ...[
        `--name=${region}`,
        `--region=${region}`,
        "--host=127.0.0.1",
        "--log-level=error",
        "--demonstration",
      ],
      ...[`--port=${api}`, `--metrics-port=${metrics}`, `--cert=${cert}`, `--key=${key}`],
    ]);
  }

  /** One request as the load balancer makes it: the region's name in the handshake, its certificate verified. */
  async call(region: Region, target: string): Promise<number> {
    const { api } = this.ports.get(region) as Ports;
    return (await get(`https://127.0.0.1:${api}${target}`, { ...this.tls(region), agent: this.agent }))
      .status;
  }

  private readonly agent = new https.Agent({ keepAlive: true, maxSockets: 20 });

  private tls = (region: Region): https.RequestOptions => ({
    ca: this.authority,
    servername: `api.${region}`,
  });

  /** Sends each target of a list so many times a second, for a while. */
  async traffic(
    seconds: number,
    perSecond: Readonly<Record<Region, Readonly<Record<string, number>>>>,
  ): Promise<void> {
    const calls: Promise<unknown>[] = [];
    const STEPS = 5; // a second
    for (let step = 0; step < seconds * STEPS; step += 1) {
      for (const region of REGIONS) {
        for (const [target, count] of Object.entries(perSecond[region])) {
          for (let index = 0; index < count / STEPS; index += 1) calls.push(this.call(region, target));
        }
      }
      await sleep(1000 / STEPS);
    }
    await Promise.all(calls);
  }

  /** What the API says at /metrics, over HTTPS. */
  async metrics(region: Region): Promise<string> {
    const { metrics } = this.ports.get(region) as Ports;
    return (await get(`https://127.0.0.1:${metrics}/metrics`, this.tls(region))).body;
  }

  /** Where a region's Prometheus answers. */
  prometheus(region: Region): string {
    return `http://127.0.0.1:${this.ports.get(region)?.prometheus}`;
  }

  get hub(): string {
    return `https://127.0.0.1:${this.hubPort}`;
  }

  /** Asks the hub. @param password - none asks without */
  askHub(target: string, password: string | undefined = PASSWORD) {
    return get(`${this.hub}${target}`, {
      ca: this.authority,
      servername: "hub",
      ...(password === "" ? {} : { auth: `${this.username}:${password}` }),
    });
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.processes.stop();
    fs.rmSync(this.folder, { recursive: true });
  }
}

/** What Kubernetes tells of an API pod; `constructs/workload` gives it this label and this port. */
const DISCOVERED = {
  __meta_kubernetes_namespace: "api",
  __meta_kubernetes_pod_name: "api-0",
  __meta_kubernetes_pod_phase: "Running",
  __meta_kubernetes_pod_label_app_kubernetes_io_name: "api",
  __meta_kubernetes_pod_container_port_number: "9443",
};
