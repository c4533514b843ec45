/**
 * The lab's network: a bridge in a namespace of its own and a namespace per node. Nothing of it is visible on the
 * machine: VirtualBox may use the same addresses at the same time.
 */
import fs from "node:fs";
import { runSync } from "../run";

const PREFIX = "meridian-";

/** Namespace of the bridge; who is in it is a neighbour of the nodes, and so a user of the platform. */
export const BRIDGE_NAMESPACE = `${PREFIX}net`;
export const namespaceOf = (node: string): string => `${PREFIX}${node}`;
export const namespacePath = (namespace: string): string => `/run/netns/${namespace}`;

/** Address of the bridge: what the nodes route through, and where the tests' own traffic comes from. */
export const GATEWAY = "192.168.56.1";

const ip = (...args: string[]): string => runSync("ip", args);

export function createBridge(): void {
  ip("netns", "add", BRIDGE_NAMESPACE);
  ip("-n", BRIDGE_NAMESPACE, "link", "set", "lo", "up");
  ip("-n", BRIDGE_NAMESPACE, "link", "add", "lab0", "type", "bridge");
  ip("-n", BRIDGE_NAMESPACE, "addr", "add", `${GATEWAY}/24`, "dev", "lab0");
  ip("-n", BRIDGE_NAMESPACE, "link", "set", "lab0", "up");
}

export function createNodeNetwork(node: string, address: string): void {
  const namespace = namespaceOf(node);
  ip("netns", "add", namespace);
  ip("-n", namespace, "link", "set", "lo", "up");
  ip(
    "-n",
    BRIDGE_NAMESPACE,
    "link",
    "add",
    `to-${node}`.slice(0, 15),
    "type",
    "veth",
    "peer",
    "name",
    "eth0",
    "netns",
    namespace,
  );
  ip("-n", BRIDGE_NAMESPACE, "link", "set", `to-${node}`.slice(0, 15), "master", "lab0", "up");
  ip("-n", namespace, "addr", "add", `${address}/24`, "dev", "eth0");
  ip("-n", namespace, "link", "set", "eth0", "up");
  ip("-n", namespace, "route", "add", "default", "via", GATEWAY);
}

/** The lab's namespaces that exist, those of earlier runs included. */
export const labNamespaces = (): string[] =>
  fs.existsSync("/run/netns") ? fs.readdirSync("/run/netns").filter((name) => name.startsWith(PREFIX)) : [];

/** Processes in a namespace. */
export const processesIn = (namespace: string): number[] =>
  ip("netns", "pids", namespace).split("\n").filter(Boolean).map(Number);

export const deleteNamespace = (namespace: string): void => {
  ip("netns", "delete", namespace);
};

/** A command that runs as a neighbour of the nodes. */
export const inBridge = (command: readonly string[]): [string, string[]] => [
  "nsenter",
  [`--net=${namespacePath(BRIDGE_NAMESPACE)}`, "--", ...command],
];
