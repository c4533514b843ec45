import { decide } from "../../../rehearsal/aws/iam/evaluate";
import { PERMISSIONS } from "../../../rehearsal/aws/iam/permissions";
import { type Change, synthesizeAws, withAcm, withRegionalState } from "../../support/aws";
import { resourcesOf } from "../../support/synth";

const withAlarms: Change = ({ infrastructure }) => {
  Object.assign(infrastructure, {
    alarms: { emails: ["platform@example.org"], urls: ["https://events.example.org/sns"] },
  });
};

const { workspaces, dependencies } = synthesizeAws(withAlarms);
const behindAcm = synthesizeAws((input) => {
  withAlarms(input);
  withAcm(input);
  withRegionalState(input);
  Object.assign(input.regions["west"]?.network as object, { location: "us-west-2" });
  input.databases = {
    ratings: {
      kind: "managed",
      engine: "postgres",
      version: "17",
      region: "west",
      usedBy: { api: { application: ["api"] } },
    },
  };
}).workspaces;

const alarms = workspaces["aws-alarms"];
const alarmOf = (name: string, from = alarms) => {
  const found = resourcesOf(from, "aws_cloudwatch_metric_alarm").find((each) => each["alarm_name"] === name);
  if (!found) throw new Error(`no alarm ${name}`);
  return found;
};

/** The address of the topic of a region, as an alarm names it. */
const topicIn = (location: string): string => {
  const [id] =
    Object.entries(alarms?.resource?.["aws_sns_topic"] ?? {}).find(([, { region }]) => region === location) ??
    [];
  return `\${aws_sns_topic.${id}.arn}`;
};

describe("without alarms", () => {
  const { workspaces: quiet } = synthesizeAws();

  it("there is no workspace of theirs, no right to make them, and nothing that is read by them", () => {
    expect(quiet).not.toHaveProperty("aws-alarms");
    expect(JSON.stringify(quiet["aws-github"])).not.toMatch(/sns:|cloudwatch:/);
    expect(quiet["aws-global-lb"]?.output).not.toHaveProperty("listener-arn");
    expect(quiet["aws-cluster-addons-west"]?.output).not.toHaveProperty("target-group-arn");
  });
});

it("comes last, and nobody waits for it", () => {
  expect(dependencies["aws-alarms"]?.toSorted()).toEqual([
    "aws-cluster-addons-central",
    "aws-cluster-addons-west",
    "aws-global-lb",
  ]);
  expect(Object.values(dependencies).flat()).not.toContain("aws-alarms");
});

it("works in the account, and where the accelerator's metrics are", () => {
  const [provider] = alarms?.provider?.["aws"] ?? [];
  expect(provider).toMatchObject({ region: "us-west-2", allowed_account_ids: ["000000000000"] });
});

it.each([
  ["central", "eu-central-1"],
  ["west", "eu-west-2"],
])(
  "watches %s from outside of both regions, as the accelerator sees it, and takes silence for a failure",
  (region, location) => {
    expect(alarmOf(`aws-${region}-unhealthy-endpoint`)).toMatchObject({
      region: "us-west-2",
      namespace: "AWS/GlobalAccelerator",
      metric_name: "UnhealthyEndpointCount",
      dimensions: {
        Accelerator: expect.stringMatching(/^\$\{element\(split\("\/", .*listener-arn\), 1\)\}$/),
        Listener: expect.stringMatching(/^\$\{element\(split\("\/", .*listener-arn\), 3\)\}$/),
        EndpointGroup: location,
      },
      statistic: "Maximum",
      period: 60,
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treat_missing_data: "breaching",
    });
  },
);

describe.each([
  ["central", "eu-central-1"],
  ["west", "eu-west-2"],
])("in the region %s", (cluster, location) => {
  it("a balancer without a healthy pod, or without a word, is an alarm", () => {
    expect(alarmOf(`aws-${cluster}-no-healthy-target`)).toMatchObject({
      region: location,
      namespace: "AWS/NetworkELB",
      metric_name: "HealthyHostCount",
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      evaluation_periods: 2,
      treat_missing_data: "breaching",
    });
  });

  it("one ill pod is an alarm after five minutes, and silence is none", () => {
    expect(alarmOf(`aws-${cluster}-unhealthy-target`)).toMatchObject({
      region: location,
      metric_name: "UnHealthyHostCount",
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      evaluation_periods: 5,
      treat_missing_data: "notBreaching",
    });
  });

  it("alarms name the balancer and its targets as CloudWatch does", () => {
    const { dimensions } = alarmOf(`aws-${cluster}-no-healthy-target`);
    expect(dimensions).toEqual({
      LoadBalancer: expect.stringMatching(
        /^\$\{trimprefix\(element\(split\(":", .*load-balancer-arn\), 5\), "loadbalancer\/"\)\}$/,
      ),
      TargetGroup: expect.stringMatching(/^\$\{element\(split\(":", .*target-group-arn\), 5\)\}$/),
    });
  });

  it("alarms of ACM's way in watch application load balancers", () => {
    const made = alarmOf(`aws-${cluster}-no-healthy-target`, behindAcm["aws-alarms"]);
    expect(made).toMatchObject({ namespace: "AWS/ApplicationELB" });
  });
});

it("every alarm tells the topic of its own region, of its end too", () => {
  const all = resourcesOf(alarms, "aws_cloudwatch_metric_alarm");
  expect(all).toHaveLength(6);
  for (const { region, alarm_actions: begins, ok_actions: ends } of all) {
    expect(begins).toEqual([topicIn(region as string)]);
    expect(ends).toEqual(begins);
  }
});

it("everybody is subscribed to the topic of every region", () => {
  const subscriptions = resourcesOf(alarms, "aws_sns_topic_subscription");
  for (const location of ["us-west-2", "eu-central-1", "eu-west-2"]) {
    const here = subscriptions.filter(({ topic_arn: topic }) => topic === topicIn(location));
    expect(here.map(({ protocol, endpoint, region }) => [protocol, endpoint, region]).toSorted()).toEqual([
      ["email", "platform@example.org", location],
      ["https", "https://events.example.org/sns", location],
    ]);
  }
});

it("a region where the accelerator has its metrics shares their topic", () => {
  const topics = resourcesOf(behindAcm["aws-alarms"], "aws_sns_topic");
  expect(topics.map(({ region }) => region).toSorted()).toEqual(["eu-central-1", "us-west-2"]);
});

it("an address that is given twice is told once", () => {
  const { workspaces: twice } = synthesizeAws(({ infrastructure }) => {
    Object.assign(infrastructure, { alarms: { emails: ["a@example.org", "a@example.org"] } });
  });
  expect(resourcesOf(twice["aws-alarms"], "aws_sns_topic_subscription")).toHaveLength(3);
});

describe("the roles of GitHub's jobs", () => {
  const statementsOf = (job: string) => {
    const role = resourcesOf(behindAcm["aws-github"], "aws_iam_role_policy").find(({ role }) =>
      String(role).includes(`Roles_${job}_`),
    );
    const text = String(role?.["policy"]);
    expect(text.length).toBeLessThanOrEqual(10_240); // IAM's limit, with every option
    return JSON.parse(text).Statement;
  };
  const ARNS: Readonly<Record<string, string>> = {
    aws_cloudwatch_metric_alarm:
      "arn:aws:cloudwatch:us-west-2:000000000000:alarm:aws-west-unhealthy-endpoint",
    aws_sns_topic: "arn:aws:sns:us-west-2:000000000000:aws-alarms",
    aws_sns_topic_subscription: "arn:aws:sns:us-west-2:000000000000:aws-alarms",
  };
  const may = (job: string, action: string, resource: string, region = "us-west-2"): boolean =>
    decide(statementsOf(job), { action, resource, context: { "aws:RequestedRegion": region } }).allowed;

  it.each(Object.entries(ARNS))("make, read and remove what %s is, where it is", (type, arn) => {
    const { write = [], read = [] } = PERMISSIONS[type] ?? {};
    expect([...write, ...read].filter((action) => !may("apply", action, arn))).toEqual([]);
    expect(read.filter((action) => !may("plan", action, arn))).toEqual([]);
    expect(write.filter((action) => may("plan", action, arn))).toEqual([]);
  });

  it("touch no topic, alarm or region of others", () => {
    expect(may("apply", "sns:DeleteTopic", "arn:aws:sns:us-west-2:000000000000:billing")).toBe(false);
    expect(may("apply", "sns:Publish", ARNS["aws_sns_topic"] as string)).toBe(false);
    expect(
      may("apply", "cloudwatch:DeleteAlarms", "arn:aws:cloudwatch:us-west-2:000000000000:alarm:billing"),
    ).toBe(false);
    expect(may("apply", "sns:Unsubscribe", ARNS["aws_sns_topic"] as string, "us-east-1")).toBe(false);
  });
});
