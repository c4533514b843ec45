/** What K3s puts into a new cluster by itself and the lab has to bring. */
import type { Node } from "../node/node";
import { eventually } from "../run";
import { dnsObjects } from "./dns";
import { storageManifest } from "./storage";

/** Objects as kubectl reads them: JSON is YAML. */
export const asYaml = (objects: readonly object[]): string =>
  objects.map((object) => JSON.stringify(object)).join("\n---\n");

/** Sets the current objects; `apply` because a second run must change nothing. */
export const apply = (node: Node, manifest: string): Promise<string> =>
  node.kubectl(["apply", "--server-side", "--force-conflicts", "-f", "-"], { input: manifest });

export async function installAddons(node: Node): Promise<void> {
  await apply(node, `${asYaml(dnsObjects())}\n---\n${storageManifest()}`);
}

/** Waits until DNS and storage serve, and every namespace has the account that its pods run as. */
export async function addonsReady(node: Node): Promise<void> {
  await node.kubectl(["-n", "kube-system", "rollout", "status", "deployment/coredns", "--timeout=90s"]);
  await node.kubectl([
    "-n",
    "local-path-storage",
    "rollout",
    "status",
    "deployment/local-path-provisioner",
    "--timeout=90s",
  ]);
  await eventually("the default service account", () => node.kubectl(["get", "serviceaccount", "default"]));
}
