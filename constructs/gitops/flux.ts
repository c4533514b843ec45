import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import type { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DELIVERY_ALERTS, FLUX } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import { resources } from "../kubernetes/resources";
import { variableSecret } from "../kubernetes/variable-secret";
import { DEPLOY_KEY, fluxInstance } from "./flux-instance";
import { CLUSTER_VALUES_MAP, type ClusterValue } from "./substitution";

export interface FluxProps {
  readonly repository: Gitops["repository"];

  /** The private half of the deploy key, PEM and sensitive, where the repository is private. */
  readonly deployKey?: string | undefined;

  /** The URL that failures are posted to, sensitive. @default - they are not posted */
  readonly alertUrl?: string | undefined;

  /** The cluster's folder in the repository. */
  readonly path: string;

  /** What delivered objects call by name. */
  readonly values: Readonly<Partial<Record<ClusterValue, string>>>;

  /** What must be there before anything is delivered: namespaces, definitions of custom resources. */
  readonly dependsOn: ITerraformDependable[];

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/**
 * Flux in a cluster, following a folder of a Git repository. Nothing is written to the repository: its operator is a Helm
 * release, and what it installs is one object.
 */
export class Flux extends Construct {
  constructor(scope: Construct, id: string, props: FluxProps) {
    super(scope, id);

    const namespace = new Namespace(this, "Namespace", { name: FLUX }).name;
    const operator = new ChartRelease(this, "Operator", {
      name: "flux-operator",
      namespace,
      chart: "fluxOperator",
      mirror: props.chartMirror,
      values: OPERATOR_VALUES,
    });
    const values = new ConfigMapV1(this, "Values", {
      metadata: { name: CLUSTER_VALUES_MAP, namespace },
      data: { ...props.values },
    });

    new ManifestRelease(this, "Instance", {
      name: "flux",
      namespace,
      objects: [
        fluxInstance({
          repository: props.repository,
          path: props.path,
          alerts: props.alertUrl !== undefined,
        }),
      ],
      dependsOn: [operator, values, ...this.secrets(namespace, props), ...props.dependsOn],
    });
  }

  private secrets(namespace: string, props: FluxProps): readonly SecretV1[] {
    const { repository, deployKey, alertUrl } = props;
    const secret = (id: string, name: string, data: Record<string, string>) =>
      variableSecret(this, id, { metadata: { name, namespace }, data });
    return [
      ...(repository.access === "deploy-key" && deployKey !== undefined
        ? [secret("DeployKey", DEPLOY_KEY, { identity: deployKey, known_hosts: repository.knownHosts })]
        : []),
      ...(alertUrl === undefined ? [] : [secret("Alerts", DELIVERY_ALERTS, { address: alertUrl })]),
    ];
  }
}

const OPERATOR_VALUES = {
  web: { enabled: false }, // its page shows the whole cluster
  resources: resources("50m", "128Mi", "256Mi"),
};
