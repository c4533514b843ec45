import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { json } from "node:stream/consumers";
import { parse, stringify } from "yaml";
import type { EnvironmentInput } from "../../../config/schema/environment";
import { program } from "../../../lab/programs";
import { eventually, sleep } from "../../../lab/run";
import { Processes } from "../../monitoring/proof/processes";
import { freePort } from "../../support/free-port";
import { type Loose, releasesOf } from "../../support/helm";
import { environment, synthesizeToMemory } from "../../support/synth";

/*
 * Debian's Alertmanager with the configuration that the real Helm makes of the workspace's values and the chart's own.
 */
const CHART = path.join(__dirname, "../../../lab/charts/alertmanager");

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-alertmanager-"));
const processes = new Processes();

/** What was posted, by the name of the alert. */
const posted: string[] = [];
const webhook = http.createServer(async (request, response) => {
  const { alerts } = (await json(request)) as { alerts: readonly { labels: { alertname: string } }[] };
  posted.push(...alerts.map(({ labels }) => labels.alertname));
  response.end();
});

beforeAll(() => new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve)));
afterAll(async () => {
  await processes.stop();
  webhook.close();
  fs.rmSync(folder, { recursive: true });
});

/** The configuration in the Secret that the chart makes. */
function configuration(alerts: NonNullable<EnvironmentInput["monitoring"]>["alerts"]): string {
  const { workspaces } = synthesizeToMemory([
    environment("local", (input) => Object.assign(input, { monitoring: { alerts } })),
  ]);
  const { alertmanager } = releasesOf(workspaces["local-monitoring-eu"])["monitoring"] as Loose;
  const secret = execFileSync(program("helm"), ["template", "monitoring", CHART, "--values", "-"], {
    input: stringify({ alertmanager }),
    encoding: "utf8",
  });
  return Buffer.from(parse(secret).data["alertmanager.yaml"], "base64").toString();
}

/** Debian's release is older than `url_file`, and thirty seconds are long. */
const adapted = (text: string): string =>
  text
    .replace(/url_file: .*/, `url: http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`)
    .replace("group_wait: 30s", "group_wait: 1s");

async function start(name: string, text: string): Promise<string> {
  const [port, home] = [await freePort(), path.join(folder, name)];
  fs.mkdirSync(home);
  fs.writeFileSync(path.join(home, "alertmanager.yaml"), text);
  processes.start("prometheus-alertmanager", [
    `--config.file=${home}/alertmanager.yaml`,
    `--storage.path=${home}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--cluster.listen-address=",
  ]);
  const address = `http://127.0.0.1:${port}`;
  await eventually("Alertmanager", async () => (await fetch(`${address}/-/ready`)).ok || undefined).catch(
    (error) => {
      throw new Error(`${error.message}\n${processes.log}`);
    },
  );
  return address;
}

const alert = (address: string, alertname: string, severity: string) =>
  fetch(`${address}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ labels: { alertname, severity, cluster: "eu" } }]),
  });

test("it starts where nobody listens, takes alerts, and tells nobody", async () => {
  const address = await start("none", adapted(configuration({ kind: "none" })));
  expect((await alert(address, "RegionDown", "critical")).status).toBe(200);
  const groups = await eventually("the alert", async () => {
    const found = (await (await fetch(`${address}/api/v2/alerts/groups`)).json()) as {
      receiver: { name: string };
    }[];
    return found.length > 0 ? found : undefined;
  });
  expect(groups.map(({ receiver }) => receiver.name)).toEqual(["nobody"]);
});

test("it posts what is severe enough to the webhook, and nothing else", async () => {
  const text = configuration({ kind: "webhook", minimumSeverity: "critical" });
  const address = await start("webhook", adapted(text));
  await alert(address, "VolumeFilling", "warning");
  await alert(address, "RegionDown", "critical");
  await eventually("the post", () => (posted.includes("RegionDown") ? true : undefined));
  await sleep(2000); // a warning would have come by now
  expect(posted).toEqual(["RegionDown"]);
});
