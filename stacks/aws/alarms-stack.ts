import { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { ACCELERATOR_METRICS, balancerAlarms, endpointAlarm } from "../../constructs/aws/alarm";
import { AlarmTopic, alarmTopicName } from "../../constructs/aws/alarm-topic";
import { useAws } from "../../constructs/aws/provider";
import { chosen } from "../../constructs/chosen";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, accountOf, nameOf, networksOf } from "./configuration";
import { entryOf } from "./entry";
import type { Endpoint, GlobalLbStack } from "./global-lb-stack";

export interface AlarmsStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly alarms: NonNullable<AwsInfrastructure["alarms"]>;
  readonly globalLb: GlobalLbStack;
  readonly endpoints: readonly Endpoint[];
}

/**
 * `<environment>-alarms`: who is told when a region is ill. The accelerator's alarms are where its metrics are, outside of the
 * regions; those of a balancer are in its region, where its metrics are; and a topic is in each of these.
 */
export class AlarmsStack extends PlatformStack {
  constructor(scope: Construct, props: AlarmsStackProps) {
    const { environment, infrastructure, alarms } = props;
    super(scope, workspaceName(environment.name, "alarms"), environment.state);
    useAws(this, accountOf(environment, infrastructure), ACCELERATOR_METRICS);

    const topics = new Map<string, AlarmTopic>();
    const notified = (location: string) => {
      const topic =
        topics.get(location) ??
        new AlarmTopic(this, `Topic_${location}`, {
          ...alarms,
          name: alarmTopicName(environment.name),
          location,
        });
      topics.set(location, topic);
      return { location, topic: topic.arn };
    };

    const locationOf = (region: string) => networksOf(environment).get(region)?.location as string;
    const listenerArn = this.consume(props.globalLb, "listener-arn")["listener-arn"] as string;
    const groups = chosen(new Construct(this, "Accelerator"));
    for (const region of new Set(props.endpoints.map(({ cluster }) => cluster.region))) {
      endpointAlarm(new Construct(groups, region), {
        ...notified(ACCELERATOR_METRICS),
        name: `${environment.name}-${region}`,
        listenerArn,
        watched: locationOf(region),
      });
    }
    const balancers = chosen(new Construct(this, "Balancers"));
    const kind = entryOf(environment).endsTls ? "application" : "network";
    for (const { cluster, addons } of props.endpoints) {
      const arns = this.consume(addons, "load-balancer-arn", "target-group-arn");
      balancerAlarms(new Construct(balancers, cluster.name), {
        ...notified(locationOf(cluster.region)),
        name: nameOf(environment, cluster),
        kind,
        loadBalancerArn: arns["load-balancer-arn"],
        targetGroupArn: arns["target-group-arn"] as string,
      });
    }
    this.publish({});
  }
}
