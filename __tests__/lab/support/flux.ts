import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { stringify } from "yaml";
import { FLUX } from "../../../config/composed-names";
import { program } from "../../../lab/programs";
import { eventually } from "../../../lab/run";
import { freePort } from "../../support/free-port";
import type { ApiServer } from "./api-server";

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

  /** Makes a folder the newest revision of the repository that the Kustomizations follow, and waits until one has it. */
  async publish(folder: string, kustomization: string): Promise<void> {
    const revision = this.announce(folder);
    await this.until(kustomization, ({ lastAppliedRevision }) => lastAppliedRevision === revision);
  }

  /** Lets Flux apply once more what it has applied already. */
  async reconcile(kustomization: string): Promise<void> {
    const time = new Date().toISOString();
    const annotation = `reconcile.fluxcd.io/requestedAt=${time}`;
    this.api.kubectl(["-n", FLUX, "annotate", "--overwrite", "kustomization", kustomization, annotation]);
    await this.until(kustomization, ({ lastHandledReconcileAt }) => lastHandledReconcileAt === time);
  }

  private async until(name: string, done: (status: Record<string, unknown>) => boolean): Promise<void> {
    await eventually(
      `Flux has applied ${name}`,
      () => {
        const { status = {} } = this.api.get<{ status?: Record<string, unknown> }>(
          "kustomization",
          name,
          "-n",
          FLUX,
        );
        const conditions = (status["conditions"] ?? []) as {
          type: string;
          status: string;
          message: string;
        }[];
        const ready = conditions.find(({ type }) => type === "Ready");
        if (ready?.status !== "True") throw new Error(ready?.message ?? this.api.log("env").slice(-500));
        return done(status) || undefined;
      },
      { seconds: 90 },
    );
  }

  private announce(folder: string): string {
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
    return artifact.revision;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
