/** The balancer's release, with configurations other than the one that Terraform installed. */
import path from "node:path";
import { parse, stringify } from "yaml";
import { labNode } from "../../../lab/lab";
import { program } from "../../../lab/programs";
import { eventually, run } from "../../../lab/run";
import { environment, synthesizeToMemory } from "../../support/synth";
import { balancerMetrics, type Pair, workspaces } from "./platform";

/** What the tests change of the generated dynamic configuration. */
export interface Dynamic {
  http: {
    services: Record<string, unknown>;
    routers: Record<string, { service: string }>;
    serversTransports: Record<string, { serverName: string; rootCAs: string[] }>;
  };
}

export interface Values {
  providers: { file: { content: Dynamic } };
}

const lb = labNode("lb");
const charts = path.join(__dirname, "..", "..", "..", "lab", "charts");

interface Synthesized {
  readonly resource?: { readonly helm_release?: unknown };
}

/** The generated values of a workspace's balancer. */
function valuesIn({ resource }: Synthesized): string {
  const releases = Object.values(
    resource?.helm_release as Record<string, { chart: string; values: string[] }>,
  );
  return releases.find(({ chart }) => chart === "traefik")?.values[0] as string;
}

/** The values that Terraform installed. */
export const localValues = (): Values =>
  parse(valuesIn(JSON.parse(workspaces.configuration("local-global-lb").text))) as Values;

/**
 * The values of `azure`, word for word but for what an Azure account would decide: the names that its user chooses become
 * the lab's names, and the addresses that Azure gives become the lab's addresses.
 */
export function azureValues({ failover = true } = {}): Values {
  const azure = environment("azure", ({ balancer }) => {
    if (balancer.kind === "traefik" && balancer.routing.kind === "geo") balancer.routing.failover = failover;
  });
  const generated = valuesIn(synthesizeToMemory([azure]).workspaces["azure-global-lb"] as Synthesized);
  const text = ["eu", "us", "lb"].reduce((text, cluster) => {
    const { host, address } = labNode(cluster).entry;
    const token = new RegExp(
      `\\$\\{jsonencode\\("(https://)\\$\\{data\\.[\\w.-]+\\.${cluster}-address\\}"\\)\\}`,
      "g",
    );
    return text.replaceAll(`${cluster}.example.com`, host).replace(token, `$1${address}`);
  }, generated);
  expect(text).not.toContain("${");
  expect(text).not.toContain("example.com");
  return parse(text) as Values;
}

/** Installs values as the release's next revision, and waits until the running Traefik has loaded them. */
export async function configureBalancer(values: Values): Promise<void> {
  const before = await fingerprint();
  const command = [
    program("helm"),
    `--kubeconfig=${lb.kubeconfig}`,
    "upgrade",
    "traefik",
    path.join(charts, "traefik"),
  ];
  const options = ["--namespace=traefik", "--values=-", "--wait", "--timeout=90s", "--history-max=5"];
  await run(...lb.inNetwork([...command, ...options]), { input: stringify(values), timeout: 120_000 });
  if (!(await changes(values))) return;
  await eventually("the balancer loads its configuration", async () =>
    (await fingerprint()) === before ? undefined : true,
  );
}

let installed = JSON.stringify(localValues().providers.file.content);

/** Whether the dynamic configuration differs from the one before, so that a reload is to be seen. */
async function changes({ providers }: Values): Promise<boolean> {
  const next = JSON.stringify(providers.file.content);
  const differs = next !== installed;
  installed = next;
  return differs;
}

/** Changes with every configuration that Traefik loads, and with every new pod. */
async function fingerprint(): Promise<string> {
  const metrics = await eventually("the balancer's metrics", balancerMetrics);
  const of = (name: string) => metrics.match(new RegExp(`^${name} (\\S+)$`, "m"))?.[1];
  return `${of("process_start_time_seconds")} ${of("traefik_config_reloads_total")}`;
}

/** What Terraform installed, again. */
export const restoreBalancer = (): Promise<void> => configureBalancer(localValues());

/** Sets or removes the CA that clients must present a certificate of: in Azure, of authenticated origin pulls. */
export async function setClientAuthority(authority: Pair | undefined): Promise<void> {
  const data = { "client-ca.crt": authority?.cert ?? null };
  const patch = ["patch", "configmap", "traefik-authorities", "--type=merge", "-p", JSON.stringify({ data })];
  await lb.kubectl(["-n", "traefik", ...patch]);
}
