import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ChartRelease } from "../kubernetes/chart-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import type { Pods } from "../kubernetes/network-policy";
import { variableSecret } from "../kubernetes/variable-secret";
import { ALERTS } from "./alerts";
import { flaggerValues, loadTesterValues } from "./chart-values";
import { type AlertChat, alertProvider, flaggerPolicies } from "./neighbourhood";
import { prometheusObjects } from "./prometheus";

export interface FlaggerProps {
  /** The cluster's name in alerts. */
  readonly cluster: string;

  /** The namespaces whose canaries may send load. */
  readonly namespaces: readonly string[];

  /** The chat that is told of a version that failed. @default - none */
  readonly alerts?: (AlertChat & { readonly url: string }) | undefined;

  /** The pods that ask Flagger for its metrics. */
  readonly scraper: Pods;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** Flagger with a Prometheus that scrapes the gateway every five seconds, and the load tester. */
export class Flagger extends Construct {
  /** What must be there before the first canary. */
  readonly ready: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FlaggerProps) {
    super(scope, id);

    const namespace = new Namespace(this, "Namespace", { name: ALERTS.namespace }).name;
    const release = { namespace, mirror: props.chartMirror };
    const flagger = new ChartRelease(this, "Resource", {
      name: "flagger",
      ...release,
      chart: "flagger",
      skipCrds: true, // they are in the templates too, where an upgrade renews them
      values: flaggerValues(props.cluster),
    });
    // After the chart: releases before 0.2 had a Prometheus of this name from there.
    const prometheus = new ManifestRelease(this, "Prometheus", {
      name: "flagger-prometheus",
      namespace,
      objects: prometheusObjects(),
      dependsOn: [flagger],
    });
    const loadTester = new ChartRelease(this, "LoadTester", {
      name: "loadtester",
      ...release,
      chart: "loadTester",
      values: loadTesterValues(props.namespaces),
    });
    const { alerts } = props;
    const secrets = alerts
      ? [
          variableSecret(this, "Alerts", {
            metadata: { name: ALERTS.name, namespace },
            data: { address: alerts.url },
          }),
        ]
      : [];
    const neighbourhood = new ManifestRelease(this, "Neighbourhood", {
      name: "flagger-neighbourhood",
      namespace,
      objects: [...flaggerPolicies(props.scraper), ...(alerts ? [alertProvider(alerts)] : [])],
      dependsOn: [flagger, ...secrets],
    });
    this.ready = [flagger, prometheus.resource, loadTester, neighbourhood.resource];
  }
}
