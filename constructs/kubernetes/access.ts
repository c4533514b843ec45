import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/** How a workspace talks to a Kubernetes API. A workspace that uses a cluster need not know which cloud made it. */
export type ClusterAccess = KubeconfigAccess | ClientCertificateAccess | ExecAccess;

/**
 * A kubeconfig file `<cluster>.yaml` in the folder of the Terraform variable `kubeconfigs`. Its default is where Vagrant
 * writes them; `TF_VAR_kubeconfigs` (an absolute path) names another one, so that any clusters serve.
 */
export interface KubeconfigAccess {
  readonly kind: "kubeconfig";
  readonly cluster: string;
}

/** An API server's URL, its CA, and a client certificate: all PEM, the key sensitive. */
export interface ClientCertificateAccess {
  readonly kind: "client-certificate";
  readonly host: string;
  readonly clusterCaCertificate: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** An API server's URL, its CA (PEM), and a program that prints a short-lived token. */
export interface ExecAccess {
  readonly kind: "exec";
  readonly host: string;
  /** @default - a public authority, which every client knows */
  readonly clusterCaCertificate?: string;
  readonly command: string;
  readonly args: readonly string[];

  /** The name that the API server's certificate is for. @default - that of the URL */
  readonly tlsServerName?: string;
}

/** Configures the kubernetes and helm providers of a workspace for one cluster. */
export function useCluster(scope: Construct, access: ClusterAccess): void {
  const { exec, ...connection } = connectionTo(scope, access);
  new KubernetesProvider(scope, "Kubernetes", { ...connection, ...(exec ? { exec: [exec] } : {}) });
  new HelmProvider(scope, "Helm", { kubernetes: { ...connection, ...(exec ? { exec } : {}) } });
}

/** Configures the kubernetes provider of a workspace for a cluster besides its own; resources name it. */
export function useOtherCluster(scope: Construct, id: string, access: ClusterAccess): KubernetesProvider {
  const { exec, ...connection } = connectionTo(scope, access);
  return new KubernetesProvider(scope, id, {
    ...connection,
    ...(exec ? { exec: [exec] } : {}),
    alias: id.toLowerCase(),
  });
}

/** The arguments that both providers share. */
interface Connection {
  readonly configPath?: string;
  readonly host?: string;
  readonly clusterCaCertificate?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  readonly tlsServerName?: string;
  readonly exec?: { readonly apiVersion: string; readonly command: string; readonly args: string[] };
}

function connectionTo(scope: Construct, access: ClusterAccess): Connection {
  switch (access.kind) {
    case "kubeconfig":
      return { configPath: kubeconfigPath(scope, access.cluster) };
    case "client-certificate": {
      const { kind: _, ...connection } = access;
      return connection;
    }
    case "exec": {
      const { kind: _, command, args, ...connection } = access;
      const apiVersion = "client.authentication.k8s.io/v1beta1";
      return { ...connection, exec: { apiVersion, command, args: [...args] } };
    }
  }
}

function kubeconfigPath(scope: Construct, cluster: string): string {
  const folder = new TerraformVariable(scope, "kubeconfigs", {
    type: "string",
    default: "../../../vagrant/kubeconfigs",
    description:
      "Folder with a kubeconfig <cluster>.yaml for every cluster; an absolute path where it is not the default",
    validation: [
      {
        condition: `\${fileexists("\${var.kubeconfigs}/${cluster}.yaml")}`,
        errorMessage: `no kubeconfig ${cluster}.yaml in this folder: run 'vagrant up' in vagrant/, or set TF_VAR_kubeconfigs to the absolute path of a folder that holds it.`,
      },
    ],
  });
  folder.overrideLogicalId("kubeconfigs");
  return `\${var.kubeconfigs}/${cluster}.yaml`;
}
