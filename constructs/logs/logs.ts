import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../config/place";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { reach, toNeighbours } from "../kubernetes/network-policy";
import { variableSecret } from "../kubernetes/variable-secret";
import { alloyValues, type Destination } from "./alloy-values";
import { BUCKET_KEYS, BUCKET_SECRET, type LokiBucket, type LokiProps, lokiValues } from "./loki-values";

/** What opens the bucket, sensitive. */
export interface BucketCredentials {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** How lines are kept: on a volume, and in a bucket where there is one. */
export interface KeptLogs extends LokiProps {
  readonly bucket?: (LokiBucket & BucketCredentials) | undefined;
}

export interface LogsProps {
  readonly namespace: string;
  readonly place: Place;

  /** How lines are kept here. @default - they go to the hub */
  readonly kept?: KeptLogs | undefined;

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

  private loki(kept: KeptLogs, { namespace, chartMirror, dependsOn }: LogsProps): ITerraformDependable {
    const loki = { namespace, labels: { "app.kubernetes.io/name": "loki" } };
    const network = new ManifestRelease(this, "Network", {
      name: "logs-network",
      namespace,
      objects: [reach("loki", loki, kept.bucket ? [...toNeighbours, portOf(kept.bucket)] : toNeighbours)],
    });
    const credentials = kept.bucket ? [this.credentials(namespace, kept.bucket)] : [];
    return new ChartRelease(this, "Loki", {
      name: "loki",
      namespace,
      chart: "loki",
      mirror: chartMirror,
      values: lokiValues(kept),
      dependsOn: [...dependsOn, network.resource, ...credentials],
    });
  }

  private credentials(namespace: string, { accessKey, secretKey }: BucketCredentials): ITerraformDependable {
    return variableSecret(this, "Bucket", {
      metadata: { name: BUCKET_SECRET, namespace },
      data: { [BUCKET_KEYS.access]: accessKey, [BUCKET_KEYS.secret]: secretKey },
    });
  }
}

/** The way to a bucket's server, whose addresses are not known: its port. */
const portOf = ({ endpoint }: LokiBucket) => {
  const { protocol, port } = new URL(endpoint);
  return { ports: [{ protocol: "TCP" as const, port: Number(port || (protocol === "http:" ? 80 : 443)) }] };
};
