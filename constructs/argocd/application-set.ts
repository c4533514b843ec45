import type { IApplicationSet } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet";
import { ARGOCD, projectOf } from "../../config/composed-names";
import type { Gitops, Workload } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";
import { clusterLabels } from "./cluster-secret";
import type { KustomizePatch } from "./late-host";

export interface ApplicationSetProps {
  readonly environment: string;
  readonly workload: Workload;
  readonly repository: Gitops["repository"];
  readonly patches: readonly KustomizePatch[];
}

/**
 * What is in double braces comes from the cluster's Secret:
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/
 *
 * An Application of a workload for every cluster that it belongs in. It is made and changed, and never deleted: a listing
 * of clusters that failed would otherwise take everything with it (https://github.com/argoproj/argo-cd/issues/18480).
 */
export const applicationSet = (props: ApplicationSetProps): IApplicationSet & KubernetesObject => {
  const { environment, workload, repository, patches } = props;
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "ApplicationSet",
    metadata: { name: workload.name, namespace: ARGOCD },
    spec: {
      goTemplate: true,
      goTemplateOptions: ["missingkey=error"], // a cluster without a name gets nothing
      generators: [
        { clusters: { selector: { matchLabels: clusterLabels({ environment, role: workload.role }) } } },
      ],
      syncPolicy: { applicationsSync: "create-update", preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: `${workload.name}.{{.name}}`, namespace: ARGOCD },
        spec: {
          project: projectOf(workload),
          source: {
            repoURL: repository.url,
            targetRevision: repository.branch,
            path: `{{.metadata.annotations.folder}}/${workload.name}`,
            ...(patches.length > 0 ? { kustomize: { patches: [...patches] } } : {}),
          },
          destination: { name: "{{.name}}", namespace: workload.namespace },
          syncPolicy: SYNC_POLICY,
        },
      },
    },
  };
};

/** What disappears from the repository goes, and what a person changes in a cluster is changed back. */
export const SYNC_POLICY = {
  automated: { prune: true, selfHeal: true },
  syncOptions: ["ServerSideApply=true", "FailOnSharedResource=true"],
  retry: { limit: 10, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
};
