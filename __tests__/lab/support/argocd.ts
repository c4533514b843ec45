import fs from "node:fs";
import path from "node:path";
import { program } from "../../../lab/programs";
import { eventually } from "../../../lab/run";
import { freePort } from "../../support/free-port";
import type { ApiServer } from "./api-server";

interface Application {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly sync?: { readonly status?: string; readonly revision?: string };
    readonly health?: { readonly status?: string };
    readonly operationState?: { readonly phase?: string; readonly message?: string };
    readonly conditions?: readonly { readonly message: string }[];
  };
}

/** Argo CD's controllers and its repository server beside an API server, as they run in a cluster. */
export class ArgoCd {
  private constructor(
    private readonly api: ApiServer,
    private readonly folder: string,
  ) {}

  /** The definitions, ConfigMaps and Secrets that it reads must be there. */
  static async start(api: ApiServer, folder: string): Promise<ArgoCd> {
    const argocd = new ArgoCd(api, folder);
    const [redis, repo, ...ports] = await Promise.all(Array.from({ length: 7 }, freePort));
    api.run("redis-server", ["--port", String(redis), "--bind", "127.0.0.1", "--save", ""]);
    const cache = ["--redis", `127.0.0.1:${redis}`];
    const server = ["--repo-server", `127.0.0.1:${repo}`];
    const cluster = ["--kubeconfig", api.kubeconfig, "--namespace", "argocd"];
    argocd.run("argocd-repo-server", [
      ...["--disable-tls", "--address", "127.0.0.1", "--port", String(repo), ...cache],
      ...["--metrics-address", "127.0.0.1", "--metrics-port", String(ports[0])],
    ]);
    argocd.run("argocd-application-controller", [
      ...[...cluster, ...cache, ...server, "--repo-server-plaintext", "--app-resync", "10"],
      ...["--metrics-port", String(ports[1])],
    ]);
    argocd.run("argocd-applicationset-controller", [
      ...[...cluster, "--argocd-repo-server", `127.0.0.1:${repo}`, "--repo-server-plaintext"],
      ...["--metrics-addr", `127.0.0.1:${ports[2]}`, "--probe-addr", `127.0.0.1:${ports[3]}`],
      ...["--webhook-addr", `127.0.0.1:${ports[4]}`, "--policy", "create-update"],
    ]);
    return argocd;
  }

  /** One binary is all programs: by the name that it is called by. */
  private run(name: string, args: readonly string[]): void {
    const bin = path.join(this.folder, "bin");
    fs.mkdirSync(bin, { recursive: true });
    for (const data of ["ssh", "tls", "gpg", "plugin", "tmp"])
      fs.mkdirSync(path.join(this.folder, data), { recursive: true });
    const link = path.join(bin, name);
    if (!fs.existsSync(link)) fs.symlinkSync(program("argocd"), link);
    const kustomize = path.join(bin, "kustomize");
    // kubectl has Kustomize in it.
    fs.writeFileSync(
      kustomize,
      '#!/bin/sh\n[ "$1" = build ] && shift && exec kubectl kustomize "$@"\necho v5.0.0\n',
      {
        mode: 0o755,
      },
    );
    this.api.run("env", [
      ...[`PATH=${bin}:${process.env["PATH"]}`, `KUBECONFIG=${this.api.kubeconfig}`],
      ...[
        "ARGOCD_FAKE_IN_CLUSTER=true",
        "ARGOCD_RECONCILIATION_TIMEOUT=10s",
        "ARGOCD_GPG_ENABLED=false",
        `TMPDIR=${this.folder}/tmp`,
      ],
      ...[`ARGOCD_SSH_DATA_PATH=${this.folder}/ssh`, `ARGOCD_TLS_DATA_PATH=${this.folder}/tls`],
      ...[
        `ARGOCD_GNUPGHOME=${this.folder}/gpg`,
        `ARGOCD_PLUGINSOCKFILEPATH=${this.folder}/plugin`,
        link,
        ...args,
      ],
    ]);
  }

  applications(): readonly Application[] {
    return this.api.get<{ items: readonly Application[] }>("applications", "-n", "argocd").items;
  }

  /** Waits until an Application has what the repository holds. */
  synced(name: string, also: (application: Application) => boolean = () => true): Promise<Application> {
    return eventually(
      `Argo CD has synced ${name}`,
      () => {
        const found = this.applications().find(({ metadata }) => metadata.name === name);
        if (found === undefined) throw new Error(`there is no ${name}; ${this.api.log("env").slice(-800)}`);
        const { sync, operationState, conditions } = found.status ?? {};
        if (sync?.status !== "Synced" || operationState?.phase !== "Succeeded") {
          throw new Error(
            [sync?.status, operationState?.message, ...(conditions ?? []).map(({ message }) => message)].join(
              " ",
            ),
          );
        }
        return also(found) ? found : undefined;
      },
      { seconds: 300 },
    );
  }
}
