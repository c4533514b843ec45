import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ConfigurationError, refused } from "../config/problem";
import { engineProgram } from "../rehearsal/engine-program";

/** The kubernetes provider of a synthesized workspace, with the expressions that Terraform fills in. */
export interface Provider {
  readonly config_path?: string;
  readonly host?: string;
  readonly cluster_ca_certificate?: string;
  readonly tls_server_name?: string;
  readonly client_certificate?: string;
  readonly client_key?: string;
  readonly exec?: readonly {
    readonly api_version: string;
    readonly command: string;
    readonly args: readonly string[];
  }[];
}

/** What Terraform says in a folder that nothing was applied from. */
const NOT_INITIALIZED = "Backend initialization required";

/** Reads outputs of applied workspaces below a folder that synthesis wrote. */
export class Outputs {
  private readonly known = new Map<string, Readonly<Record<string, { readonly value: unknown }>>>();

  constructor(private readonly folder: string) {}

  /** A text in which every expression about another workspace's output is what that workspace published. */
  fill(text: string): string {
    return text.replace(
      /\$\{(?:sensitive\()?data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)\)?\}/g,
      (_, workspace: string, name: string) => this.output(workspace, name),
    );
  }

  /** What a workspace published; undefined where it is not there, is not applied, or publishes no such thing. */
  find(workspace: string, name: string): string | undefined {
    if (!fs.existsSync(path.join(this.folder, "stacks", workspace))) return undefined;
    try {
      const value = this.of(workspace)[name]?.value;
      return typeof value === "string" ? value : undefined;
    } catch (error) {
      if (error instanceof ConfigurationError && error.message.includes(NOT_INITIALIZED)) return undefined;
      throw error;
    }
  }

  private output(workspace: string, name: string): string {
    const value = this.of(workspace)[name]?.value;
    if (typeof value === "string") return value;
    throw refused(workspace, `has no output '${name}'; expected that it is applied`);
  }

  private of(workspace: string): Readonly<Record<string, { readonly value: unknown }>> {
    const outputs = this.known.get(workspace) ?? this.read(workspace);
    this.known.set(workspace, outputs);
    return outputs;
  }

  private read(workspace: string): Readonly<Record<string, { readonly value: unknown }>> {
    const cwd = path.join(this.folder, "stacks", workspace);
    if (!fs.existsSync(cwd))
      throw refused(cwd, "there is no such folder; expected that it is synthesized and applied");
    const { error, status, stdout, stderr } = spawnSync(engineProgram(), ["output", "-json", "-no-color"], {
      cwd,
      encoding: "utf8",
    });
    if (error) throw refused(workspace, `${engineProgram()} did not start in its folder: ${error.message}`);
    if (status !== 0) throw refused(workspace, stderr.trim());
    return JSON.parse(stdout);
  }
}

/** A kubeconfig with one cluster, one user and one context of the same name. */
export function kubeconfig(name: string, provider: Provider, outputs: Outputs): object {
  const { host, cluster_ca_certificate: ca, tls_server_name: serverName } = provider;
  if (host === undefined) throw refused(name, "its provider names no host");
  const base64 = (text: string) => Buffer.from(outputs.fill(text)).toString("base64");
  const [exec] = provider.exec ?? [];
  const user = exec
    ? {
        exec: {
          apiVersion: exec.api_version,
          command: exec.command,
          args: exec.args.map((each) => outputs.fill(each)),
          interactiveMode: "IfAvailable",
        },
      }
    : {
        "client-certificate-data": base64(provider.client_certificate ?? ""),
        "client-key-data": base64(provider.client_key ?? ""),
      };
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name,
        cluster: {
          server: outputs.fill(host),
          ...(ca === undefined ? {} : { "certificate-authority-data": base64(ca) }), // else a public authority's
          ...(serverName === undefined ? {} : { "tls-server-name": outputs.fill(serverName) }),
        },
      },
    ],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
}
