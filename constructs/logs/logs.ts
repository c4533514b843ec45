import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../config/place";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { reach, toNeighbours } from "../kubernetes/network-policy";
import { alloyValues, type Destination } from "./alloy-values";
import { type LokiProps, lokiValues } from "./loki-values";

export interface LogsProps {
  readonly namespace: string;
  readonly place: Place;

  /** How lines are kept here. @default - they go to the hub */
  readonly kept?: LokiProps | undefined;

  /** Where lines go. */
  readonly destination: Destination;

  /** What must be there before anything reads or takes lines. */
  readonly dependsOn: readonly ITerraformDependable[];

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** The logs of a cluster's pods: Alloy on every node, and Loki where they are kept. */
export class Logs extends Construct {
  /** What takes lines from other clusters, if anything does. */
  readonly taking: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LogsProps) {
    super(scope, id);
    const { namespace, chartMirror: mirror } = props;
    this.taking = props.kept ? [this.loki(props.kept, props)] : [];
    new ChartRelease(this, "Alloy", {
      name: "alloy",
      namespace,
      chart: "alloy",
      mirror,
      values: alloyValues(props.place, props.destination),
      skipCrds: true,
      dependsOn: [...props.dependsOn, ...this.taking],
    });
  }

  private loki(kept: LokiProps, { namespace, chartMirror, dependsOn }: LogsProps): ITerraformDependable {
    const loki = { namespace, labels: { "app.kubernetes.io/name": "loki" } };
    const network = new ManifestRelease(this, "Network", {
      name: "logs-network",
      namespace,
      objects: [reach("loki", loki, toNeighbours)],
    });
    return new ChartRelease(this, "Loki", {
      name: "loki",
      namespace,
      chart: "loki",
      mirror: chartMirror,
      values: lokiValues(kept),
      dependsOn: [...dependsOn, network.resource],
    });
  }
}
