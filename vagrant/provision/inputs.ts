/**
 * Prints, for every node of nodes.json, the lines that hand its configuration to bootstrap.sh, as one JSON object
 * by the nodes' names. The Vagrantfile asks, so that K3s is configured in one place for Vagrant and the cloud.
 */
import { bootstrapExports } from "../../constructs/k3s/bootstrap";
import { serverConfig } from "../../constructs/k3s/config";
import { admissionConfig, auditPolicy } from "../../constructs/k3s/policies";
import { traefikConfig } from "../../constructs/k3s/traefik";
import nodes from "../nodes.json";

const scripts = nodes.map(({ name, role, region, address, host }) => {
  const bundledTraefik = role === "api";
  const lines = bootstrapExports({
    // Vagrant's first interface is the same 10.0.2.15 on every machine.
    config: serverConfig({ tlsSans: [address, host], nodeIp: address, region, bundledTraefik }),
    admission: admissionConfig(),
    audit: auditPolicy(),
    ...(bundledTraefik ? { traefik: traefikConfig() } : {}),
  });
  return [name, lines.join("\n")];
});

process.stdout.write(`${JSON.stringify(Object.fromEntries(scripts))}\n`);
