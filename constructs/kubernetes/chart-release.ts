import { Release } from "@cdktf/provider-helm/lib/release";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { CHARTS } from "./charts";
import { terraformYaml } from "./yaml";

export interface ChartReleaseProps {
  /** Name of the Helm release; unique in the namespace. */
  readonly name: string;

  /** Must exist. */
  readonly namespace: string;

  readonly chart: keyof typeof CHARTS;

  /** A repository that holds every chart under its own name. @default - the chart's public one */
  readonly mirror: string | undefined;

  /** What differs from the chart's own values. */
  readonly values: object;

  /** Revisions that Helm keeps, each of them a Secret with the whole chart in it. @default 5 */
  readonly history?: number;

  /** Seconds until an installation or upgrade counts as failed. @default 300 */
  readonly timeoutSeconds?: number;

  /** Whether the definitions in the chart's folder `crds` are left out. @default false */
  readonly skipCrds?: boolean;

  /** What must be there before the release is. */
  readonly dependsOn?: ITerraformDependable[];
}

/** A chart that others maintain, at the platform's own version of it. What fails to install or upgrade is taken back. */
export class ChartRelease extends Release {
  constructor(scope: Construct, id: string, props: ChartReleaseProps) {
    const { name, repository, version } = CHARTS[props.chart];
    super(scope, id, {
      name: props.name,
      namespace: props.namespace,
      chart: name,
      repository: props.mirror ?? repository,
      version,
      values: [terraformYaml(props.values)],
      atomic: true,
      maxHistory: props.history ?? 5,
      timeout: props.timeoutSeconds ?? 300,
      ...(props.skipCrds === undefined ? {} : { skipCrds: props.skipCrds }),
      ...(props.dependsOn ? { dependsOn: props.dependsOn } : {}),
    });
  }
}
