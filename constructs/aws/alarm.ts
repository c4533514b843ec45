import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/** Where Global Accelerator, which is in no region, has its metrics: https://docs.aws.amazon.com/global-accelerator/latest/dg/cloudwatch-monitoring.html */
export const ACCELERATOR_METRICS = "us-west-2";

interface Notified {
  readonly location: string;
  readonly topic: string;
}

/** What happens at the limit, and when it is over. Every metric here comes once a minute. */
const alarm = (
  { location, topic }: Notified,
  values: Omit<ConstructorParameters<typeof CloudwatchMetricAlarm>[2], "evaluationPeriods"> & {
    readonly evaluationPeriods: number;
  },
) => ({
  ...values,
  region: location,
  period: 60,
  alarmActions: [topic],
  okActions: [topic],
});

export interface BalancerAlarmsProps extends Notified {
  /** Name of the balancer's cluster in AWS. */
  readonly name: string;
  readonly kind: "network" | "application";
  readonly loadBalancerArn: string;
  readonly targetGroupArn: string;
}

/** The part of an ELB's ARN that names it to CloudWatch: `targetgroup/aws-west/0123456789abcdef`. */
const suffix = (arn: string): string => Fn.element(Fn.split(":", arn), 5);

/**
 * Watches a load balancer in its own region: that it has a pod to call, and that it has no ill one. The first counts silence as a
 * failure: the metric is there as long as there are targets. The second does not, since there is nothing ill then.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export function balancerAlarms(scope: Construct, props: BalancerAlarmsProps): void {
  const { name, kind } = props;
  const metric = {
    namespace: kind === "network" ? "AWS/NetworkELB" : "AWS/ApplicationELB",
    dimensions: {
      LoadBalancer: Fn.trimprefix(suffix(props.loadBalancerArn), "loadbalancer/"),
      TargetGroup: suffix(props.targetGroupArn),
    },
    statistic: "Maximum",
  };
  new CloudwatchMetricAlarm(
    scope,
    "NoTarget",
    alarm(props, {
      ...metric,
      alarmName: `${name}-no-healthy-target`,
      alarmDescription: `The load balancer of ${name} has no healthy pod, or says nothing: it serves no user.`,
      metricName: "HealthyHostCount",
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      evaluationPeriods: 2,
      treatMissingData: "breaching",
    }),
  );
  new CloudwatchMetricAlarm(
    scope,
    "IllTarget",
    alarm(props, {
      ...metric,
      alarmName: `${name}-unhealthy-target`,
      alarmDescription: `A pod behind the load balancer of ${name} has been ill for five minutes; others may serve.`,
      metricName: "UnHealthyHostCount",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      evaluationPeriods: 5,
      treatMissingData: "notBreaching",
    }),
  );
}

export interface EndpointAlarmProps extends Notified {
  /** Name of the environment and the region. */
  readonly name: string;
  readonly listenerArn: string;

  /** AWS' name of the region that is watched. */
  readonly watched: string;
}

/**
 * Watches a region from outside of it, as the accelerator sees it. The metric is there as long as the accelerator is enabled, so
 * silence is a failure.
 *
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/cloudwatch-monitoring.html
 */
export function endpointAlarm(scope: Construct, props: EndpointAlarmProps): void {
  const { name, listenerArn, watched, ...to } = props;
  const part = (index: number): string => Fn.element(Fn.split("/", listenerArn), index); // .../<accelerator>/listener/<listener>
  new CloudwatchMetricAlarm(
    scope,
    "IllEndpoint",
    alarm(to, {
      namespace: "AWS/GlobalAccelerator",
      metricName: "UnhealthyEndpointCount",
      dimensions: { Accelerator: part(1), Listener: part(3), EndpointGroup: watched },
      statistic: "Maximum",
      alarmName: `${name}-unhealthy-endpoint`,
      alarmDescription: `The accelerator finds ${watched} ill, and sends its users to other regions; or says nothing.`,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      evaluationPeriods: 2,
      treatMissingData: "breaching",
    }),
  );
}
