import { Release } from "@cdktf/provider-helm/lib/release";
import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import { CHARTS, chartSource } from "../kubernetes/charts";
import { Namespace } from "../kubernetes/namespace";
import { terraformYaml } from "../kubernetes/yaml";

export interface CertManagerProps {
  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** Requested memory is the limit too; the controller holds every certificate of the cluster, the others next to nothing. */
const resources = (memory: string) => ({ requests: { cpu: "10m", memory }, limits: { memory } });

/** cert-manager in a namespace of its own. Its installation ends when its webhook answers, so issuers can follow. */
export class CertManager extends Construct {
  readonly namespace: string;
  readonly resource: Release;

  constructor(scope: Construct, id: string, props: CertManagerProps) {
    super(scope, id);

    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.certManager }).name;
    this.resource = new Release(this, "Resource", {
      name: "cert-manager",
      namespace,
      ...chartSource(CHARTS.certManager, props.chartMirror),
      values: [
        terraformYaml({
          // Kept when the release goes: with them would go every certificate of the cluster.
          crds: { enabled: true, keep: true },
          global: { leaderElection: { namespace } }, // by default it writes into kube-system
          resources: resources("128Mi"),
          webhook: { resources: resources("64Mi") },
          cainjector: { resources: resources("128Mi") },
          startupapicheck: { resources: resources("64Mi") },
        }),
      ],
      atomic: true,
      maxHistory: 5,
      timeout: 300,
    });
    this.namespace = namespace;
  }
}
