/**
 * The Traefik that K3s brings to every cluster that serves users: its definitions, its defaults, and the settings that
 * the platform's own bootstrap gives it. K3s' ServiceLB takes the node's ports 80 and 443; here the pod does.
 */
import fs from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { inBridge } from "../machine/network";
import type { Node } from "../node/node";
import { program } from "../programs";
import { run } from "../run";
import { source } from "../sources";
import { apply } from "./addons";

const project = path.join(__dirname, "..", "..");

/** Traefik's own custom resource definitions, as its module ships them. */
export const traefikDefinitions = (): string =>
  fs.readFileSync(
    source(
      "github.com/traefik/traefik/v3",
      "docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml",
    ),
    "utf8",
  );

/** Values that the node's bootstrap hands to K3s' Traefik, read where Vagrant reads them. */
async function bootstrapValues(node: string): Promise<Record<string, unknown>> {
  const script = path.join(project, "vagrant", "provision", "inputs.ts");
  const exports = JSON.parse(await run(process.execPath, ["--import", "tsx", script])) as Record<
    string,
    string
  >;
  const encoded = exports[node]?.match(/^export MERIDIAN_K3S_TRAEFIK='([^']*)'$/m)?.[1];
  if (!encoded) throw new Error(`${script} gives ${node} no configuration of Traefik`);
  const config = parse(Buffer.from(encoded, "base64").toString()) as { spec: { valuesContent: string } };
  return parse(config.spec.valuesContent) as Record<string, unknown>;
}

export async function installRegionalTraefik(node: Node): Promise<void> {
  await apply(node, traefikDefinitions());
  const values = {
    ...(await bootstrapValues(node.entry.name)),
    ports: { web: { hostPort: 80 }, websecure: { hostPort: 443 } },
    updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  };
  const chart = path.join(project, "lab", "charts", "traefik");
  await run(
    ...inBridge([
      program("helm"),
      `--kubeconfig=${node.kubeconfig}`,
      ...[
        "upgrade",
        "traefik",
        chart,
        "--install",
        "--namespace=kube-system",
        "--values=-",
        "--wait",
        "--timeout=120s",
      ],
    ]),
    { input: stringify(values), timeout: 150_000 },
  );
}
