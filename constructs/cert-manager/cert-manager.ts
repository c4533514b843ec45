import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import { ChartRelease } from "../kubernetes/chart-release";
import { Namespace } from "../kubernetes/namespace";
import { resources } from "../kubernetes/resources";

export interface CertManagerProps {
  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;

  /** What ties the controller's account to one of a cloud's, in which it writes proofs of names. @default - nothing */
  readonly serviceAccountAnnotations?: Readonly<Record<string, string>> | undefined;
}

/** The controller's account in the cluster, whose name is the release's. */
export const CERT_MANAGER_ACCOUNT = "cert-manager";

/** The controller holds every certificate of the cluster, the others next to nothing. */
const needs = (memory: string) => resources("10m", memory);

/** cert-manager in a namespace of its own. Its installation ends when its webhook answers, so issuers can follow. */
export class CertManager extends Construct {
  readonly namespace: string;
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: CertManagerProps) {
    super(scope, id);

    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.certManager }).name;
    this.resource = new ChartRelease(this, "Resource", {
      name: "cert-manager",
      namespace,
      chart: "certManager",
      mirror: props.chartMirror,
      values: {
        // Kept when the release goes: with them would go every certificate of the cluster.
        crds: { enabled: true, keep: true },
        global: { leaderElection: { namespace } }, // by default it writes into kube-system
        ...(props.serviceAccountAnnotations
          ? { serviceAccount: { annotations: { ...props.serviceAccountAnnotations } } }
          : {}),
        resources: needs("128Mi"),
        webhook: { resources: needs("64Mi") },
        cainjector: { resources: needs("128Mi") },
        startupapicheck: { resources: needs("64Mi") },
      },
    });
    this.namespace = namespace;
  }
}
