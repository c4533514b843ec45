import type { IApplication } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import type { IAppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import { ARGOCD, PROJECTS, projectOf } from "../../config/composed-names";
import type { Gitops, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import { SYNC_POLICY } from "./application-set";
import { DELIVERED_KINDS } from "./deployer";

type Project = IAppProject & KubernetesObject;

/** The cluster that Argo CD itself runs in, as it calls it. */
const OWN_CLUSTER = "https://kubernetes.default.svc";

const project = (name: string, description: string, spec: Project["spec"]): Project => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "AppProject",
  metadata: { name, namespace: ARGOCD },
  spec: { description, clusterResourceWhitelist: [], ...spec },
});

/** Every Argo CD has this project, in which everything is allowed unless it is restricted. */
const nothing: Project = project(PROJECTS.everything, "Nothing may be delivered in this project.", {
  sourceRepos: [],
  destinations: [],
  namespaceResourceWhitelist: [],
});

/** A workload, and the clusters that it belongs in. */
export interface Placed {
  readonly workload: Workload;
  readonly clusters: readonly string[];
}

/**
 * What Argo CD may deliver where (https://argo-cd.readthedocs.io/en/stable/user-guide/projects/): a project for every group
 * of workloads, from this repository, into their namespaces, of the kinds that workloads are made of.
 */
export const projects = (repository: Gitops["repository"], placed: readonly Placed[]): readonly Project[] => {
  const groups = new Map<string, readonly Placed[]>();
  for (const each of placed) {
    const name = projectOf(each.workload);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [
    nothing,
    project(PROJECTS.applications, "The list of workloads.", {
      sourceRepos: [repository.url],
      destinations: [{ server: OWN_CLUSTER, namespace: ARGOCD }],
      namespaceResourceWhitelist: [{ group: "argoproj.io", kind: "ApplicationSet" }],
    }),
    ...[...groups].map(([name, members]) =>
      project(name, `Workloads: ${members.map(({ workload }) => workload.name).join(", ")}.`, {
        sourceRepos: [repository.url],
        destinations: members.flatMap(({ workload, clusters }) =>
          clusters.map((cluster) => ({ name: cluster, namespace: workload.namespace })),
        ),
        namespaceResourceWhitelist: KINDS,
      }),
    ),
  ];
};

const KINDS = Object.entries(DELIVERED_KINDS).flatMap(([group, kinds]) =>
  Object.keys(kinds).map((kind) => ({ group, kind })),
);

/** The first Application: it follows the list of the others. */
export const listOfApplications = (
  repository: Gitops["repository"],
  path: string,
): IApplication & KubernetesObject => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "Application",
  metadata: { name: PROJECTS.applications, namespace: ARGOCD },
  spec: {
    project: PROJECTS.applications,
    source: { repoURL: repository.url, targetRevision: repository.branch, path },
    destination: { server: OWN_CLUSTER, namespace: ARGOCD },
    syncPolicy: SYNC_POLICY,
  },
});
