import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { stringify } from "yaml";
import { FLUX } from "../../../constructs/gitops/flux-kustomization";
import { program } from "../../../lab/programs";
import { type ApiServer, freePort } from "./api-server";

/**
 * Flux' kustomize-controller beside an API server. The place of source-controller is taken by a server that gives a folder
 * as an archive, and by the status of a repository that says where it is.
 */
export class Flux {
  private archive = Buffer.alloc(0);
  private readonly server = http.createServer((_, response) => response.end(this.archive));

  private constructor(private readonly api: ApiServer) {}

  /** @param args - what the platform's own `FluxInstance` adds to the controller's arguments */
  static async start(api: ApiServer, args: readonly string[]): Promise<Flux> {
    const flux = new Flux(api);
    await new Promise<void>((resolve) => flux.server.listen(0, "127.0.0.1", resolve));
    const [metrics, health] = await Promise.all([freePort(), freePort()]);
    api.run("env", [
      ...[`KUBECONFIG=${api.kubeconfig}`, `RUNTIME_NAMESPACE=${FLUX}`, program("kustomize-controller")],
      ...[`--metrics-addr=127.0.0.1:${metrics}`, `--health-addr=127.0.0.1:${health}`, "--events-addr="],
      ...["--watch-all-namespaces", "--log-level=info", ...args],
    ]);
    return flux;
  }

  /** Makes a folder the newest revision of the repository that the first Kustomization follows. */
  publish(folder: string): void {
    this.archive = execFileSync("tar", ["-czf", "-", "-C", folder, "."]);
    const digest = createHash("sha256").update(this.archive).digest("hex");
    const { port } = this.server.address() as AddressInfo;
    const time = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    const repository = {
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "GitRepository",
      metadata: { name: FLUX, namespace: FLUX },
      spec: { url: "https://git.example.com/repository", interval: "1m" },
    };
    this.api.kubectl(["apply", "-f", "-"], stringify(repository));
    const ready = {
      type: "Ready",
      status: "True",
      reason: "Succeeded",
      message: "",
      lastTransitionTime: time,
    };
    const artifact = {
      path: "repository.tar.gz",
      url: `http://127.0.0.1:${port}/repository.tar.gz`,
      revision: `main@sha1:${digest.slice(0, 40)}`,
      digest: `sha256:${digest}`,
      lastUpdateTime: time,
      size: this.archive.length,
    };
    const status = { observedGeneration: 1, conditions: [ready], artifact };
    this.api.kubectl([
      ...["-n", FLUX, "patch", "gitrepository", FLUX, "--subresource=status", "--type=merge"],
      ...["-p", JSON.stringify({ status })],
    ]);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
