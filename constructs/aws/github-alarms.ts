import { ACCELERATOR_METRICS } from "./alarm";
import { alarmTopicName } from "./alarm-topic";
import type { Statement } from "./policy";

export interface AlarmReach {
  readonly accountId: string;

  /** Name of the environment. */
  readonly environment: string;

  /** The AWS regions of the environment. */
  readonly locations: readonly string[];
}

/** Reads alarms and whom they tell. */
export const lookAtAlarms: Statement = {
  Sid: "LookAtAlarms",
  Effect: "Allow",
  Action: [
    "cloudwatch:DescribeAlarms",
    "cloudwatch:ListTagsForResource",
    "sns:GetSubscriptionAttributes",
    "sns:GetTopicAttributes",
    "sns:ListTagsForResource",
  ],
  Resource: "*",
};

/**
 * Makes alarms and topics of the environment. Calls about a subscription know no resource
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html).
 */
export const alarmStatements = ({ accountId, environment, locations }: AlarmReach): readonly Statement[] => [
  lookAtAlarms,
  {
    Sid: "Alarms",
    Effect: "Allow",
    Action: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
    ],
    Resource: `arn:aws:cloudwatch:*:${accountId}:alarm:${environment}-*`,
  },
  {
    Sid: "AlarmTopics",
    Effect: "Allow",
    Action: [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:SetTopicAttributes",
      "sns:Subscribe",
      "sns:TagResource",
      "sns:UntagResource",
    ],
    Resource: `arn:aws:sns:*:${accountId}:${alarmTopicName(environment)}`,
  },
  {
    Sid: "AlarmSubscriptions",
    Effect: "Allow",
    Action: ["sns:SetSubscriptionAttributes", "sns:Unsubscribe"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:RequestedRegion": [...new Set([ACCELERATOR_METRICS, ...locations])] },
    },
  },
];
