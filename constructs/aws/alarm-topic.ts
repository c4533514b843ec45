import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { idsFor } from "../chosen";

/** The name of every topic of an environment; it is in one region once. */
export const alarmTopicName = (environment: string): string => `${environment}-alarms`;

export interface AlarmTopicProps {
  readonly name: string;

  /** AWS' name of the region. An alarm notifies a topic of its own region. */
  readonly location: string;

  readonly emails: readonly string[];
  readonly urls: readonly string[];
}

/**
 * Whom the alarms of one AWS region tell. Only the account may publish, as topics are made. It is not encrypted: with AWS' own key
 * CloudWatch could not publish (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html), and messages hold names and
 * numbers alone.
 */
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, location, emails, urls }: AlarmTopicProps) {
    super(scope, id);
    const topic = new SnsTopic(this, "Resource", { name, region: location });
    const subscribers = [
      ...[...new Set(emails)].map((endpoint) => ({ protocol: "email", endpoint })),
      ...[...new Set(urls)].map((endpoint) => ({ protocol: "https", endpoint })),
    ];
    const ids = idsFor(
      subscribers.map(({ endpoint }) => endpoint),
      (endpoint) => endpoint.replace(/[^A-Za-z0-9]+/g, "-"),
    );
    const subscriptions = new Construct(this, "Subscribers");
    for (const { protocol, endpoint } of subscribers) {
      new SnsTopicSubscription(subscriptions, ids.get(endpoint) as string, {
        topicArn: topic.arn,
        protocol,
        endpoint,
        region: location,
      });
    }
    this.arn = topic.arn;
  }
}
