import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Construct } from "constructs";
import { ARGOCD } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { variableSecret } from "../kubernetes/variable-secret";
import { listOfApplications, type Placed, projects } from "./projects";

export interface InstructionsProps {
  readonly repository: Gitops["repository"];

  /** The private half of the deploy key, PEM and sensitive, where the repository is private. */
  readonly deployKey?: string | undefined;

  /** The folder with the list of workloads. */
  readonly path: string;

  readonly placed: readonly Placed[];
}

/** What Argo CD is told: the repository, what may be delivered where, and the list to follow. */
export class Instructions extends Construct {
  constructor(scope: Construct, id: string, props: InstructionsProps) {
    super(scope, id);
    const { repository, deployKey, path, placed } = props;
    const own = this.ownCluster();
    const key =
      deployKey === undefined
        ? []
        : [
            variableSecret(this, "Repository", {
              metadata: {
                name: "repository",
                namespace: ARGOCD,
                labels: { "argocd.argoproj.io/secret-type": "repository" },
              },
              data: { type: "git", url: repository.url, sshPrivateKey: deployKey },
            }),
          ];
    new ManifestRelease(this, "Release", {
      name: "applications",
      namespace: ARGOCD,
      objects: [...projects(repository, placed), listOfApplications(repository, path)],
      adopt: true, // Argo CD makes the project "default" at its start
      dependsOn: [...own, ...key],
    });
  }

  /** Argo CD's own cluster: it sees its own namespace there, and changes nothing but the list of workloads. */
  private ownCluster() {
    const secret = new SecretV1(this, "OwnCluster", {
      metadata: {
        name: "cluster-own",
        namespace: ARGOCD,
        labels: { "argocd.argoproj.io/secret-type": "cluster" },
      },
      data: {
        name: "in-cluster",
        server: "https://kubernetes.default.svc",
        namespaces: ARGOCD,
        clusterResources: "false",
      },
    });
    const metadata = { name: "argocd-applications", namespace: ARGOCD };
    const role = new RoleV1(this, "Role", {
      metadata,
      rule: [
        {
          apiGroups: ["argoproj.io"],
          resources: ["applicationsets"],
          verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
        },
      ],
    });
    const binding = new RoleBindingV1(this, "Binding", {
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: role.metadata.name },
      subject: [{ kind: "ServiceAccount", name: "argocd-application-controller", namespace: ARGOCD }],
    });
    return [secret, binding];
  }
}
