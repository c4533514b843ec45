import { DURATION_BUCKETS } from "../../app/server/metrics";
import type { EnvironmentInput } from "../../config/schema/environment";
import { environment } from "../support/synth";

type MonitoringInput = NonNullable<EnvironmentInput["monitoring"]>;

/** What the configuration says to values that the compiler would refuse. */
const refusal = (monitoring: unknown): string => {
  try {
    environment("local", (input) => {
      input.monitoring = monitoring as MonitoringInput;
    });
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

const hub = (changes: object): unknown => ({
  remoteWrite: {
    url: "https://hub.example.com/api/v1/write",
    authentication: { kind: "basic", username: "123456" },
    ...changes,
  },
});

describe("monitoring", () => {
  it("needs no configuration", () => {
    expect(environment("local").monitoring).toEqual({
      retention: "7d",
      storage: "8Gi",
      intervalSeconds: 30,
      objectives: { availability: 0.999, latency: { objective: 0.999, thresholdSeconds: 0.5 } },
      alerts: { kind: "none" },
    });
  });

  it.each([
    [
      "a remote write without TLS",
      hub({ url: "http://hub.example.com/api/v1/write" }),
      "monitoring.remoteWrite.url: expected the remote Prometheus' address for writing, an https URL, such as",
    ],
    [
      "a remote write that is no URL",
      hub({ url: "hub.example.com" }),
      "monitoring.remoteWrite.url: expected",
    ],
    [
      "a hub without authentication",
      hub({ authentication: undefined }),
      'monitoring.remoteWrite.authentication: expected authentication with kind "basic" or "bearer"; a hub without it is not supported',
    ],
    [
      "a hub with authentication of kind none",
      hub({ authentication: { kind: "none" } }),
      'expected authentication with kind "basic" or "bearer"',
    ],
    [
      "basic authentication without a user",
      hub({ authentication: { kind: "basic" } }),
      "monitoring.remoteWrite.authentication.username: expected a user name",
    ],
    [
      "a queue that never fills a batch",
      hub({ queue: { capacity: 100, maximumSamplesPerSend: 500 } }),
      "monitoring.remoteWrite.queue: capacity is below maximumSamplesPerSend",
    ],
    [
      "an objective of 1",
      { objectives: { availability: 1 } },
      "monitoring.objectives.availability: expected the availability objective, a share above 0 and below 1, such as 0.999, got 1",
    ],
    [
      "an objective of 0",
      { objectives: { latency: { objective: 0 } } },
      "monitoring.objectives.latency.objective: expected the latency objective, a share above 0 and below 1",
    ],
    [
      "an objective in percent",
      { objectives: { availability: 99.9 } },
      "a share above 0 and below 1, such as 0.999, got 99.9",
    ],
    [
      "a threshold between two buckets",
      { objectives: { latency: { thresholdSeconds: 0.3 } } },
      "monitoring.objectives.latency.thresholdSeconds: expected a number of seconds that the requests are counted by, one of 0.1, 0.25, 0.5, 1, 2.5, 5",
    ],
    [
      "a retention that is no duration",
      { retention: "a week" },
      'monitoring.retention: expected a duration in hours, days or weeks, such as "7d", got "a week"',
    ],
    [
      "a retention shorter than the slowest alert",
      { retention: "48h" },
      'monitoring.retention: is shorter than the three days that the slowest alert looks back; expected at least "3d"',
    ],
    [
      "a storage that is no quantity",
      { storage: "8GB" },
      "monitoring.storage: expected the size of Prometheus' volume, a Kubernetes quantity",
    ],
    [
      "an unknown receiver of alerts",
      { alerts: { kind: "mail" } },
      'monitoring.alerts.kind: expected alerts with kind "none" or "webhook"',
    ],
    [
      "a webhook's URL, which is a secret",
      { alerts: { kind: "webhook", url: "https://hooks.example.com" } },
      'monitoring.alerts: unknown key "url"',
    ],
    [
      "a dead man's switch that is called too seldom",
      { deadMansSwitch: { everyMinutes: 120 } },
      "monitoring.deadMansSwitch.everyMinutes: expected minutes between two calls, a whole number from 1 to 60",
    ],
    [
      "the URL of a dead man's switch, which is a secret",
      { deadMansSwitch: { url: "https://hc-ping.com/0123" } },
      "url is a secret: it is the variable TF_VAR_watchdog_url_<cluster>",
    ],
    ["a token, which is a secret", hub({ token: "glc_0123" }), 'monitoring.remoteWrite: unknown key "token"'],
  ])("refuses %s", (_, monitoring, message) => {
    expect(refusal(monitoring)).toContain(message);
  });

  describe("a hub", () => {
    const tools = (input: EnvironmentInput): void => {
      Object.assign(input.regions["eu"]?.clusters as object, {
        tools: { kind: "existing", role: "tooling", address: "192.168.56.13", host: "tools.eu" },
      });
    };
    const withHub = (name: "local" | "azure", given: unknown, change = tools): string => {
      try {
        environment(name, (input) => {
          change(input);
          input.monitoring = { hub: given } as MonitoringInput;
        });
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };

    it("needs no more than the name of its cluster", () => {
      expect(withHub("local", { cluster: "tools" })).toBe("");
    });

    it.each([
      [
        "a cluster that serves users",
        { cluster: "eu" },
        'monitoring.hub.cluster: no cluster "eu" with role "tooling"; expected "tools"',
      ],
      [
        "a cluster that keeps its own and is none",
        { cluster: "tools", standalone: ["us", "ue"] },
        'monitoring.hub.standalone[1]: no cluster "ue"; expected',
      ],
      [
        "a hub that writes to nobody",
        { cluster: "tools", standalone: ["tools"] },
        'monitoring.hub.standalone[0]: "tools" is the hub itself; expected',
      ],
      ["no authentication", { cluster: "tools", authentication: "none" }, 'unknown key "authentication"'],
      ["a receiver without TLS", { cluster: "tools", tls: false }, 'monitoring.hub: unknown key "tls"'],
      [
        "a window in days",
        { cluster: "tools", outOfOrderWindow: "1d" },
        'monitoring.hub.outOfOrderWindow: expected a duration in minutes or hours, such as "30m", got "1d"',
      ],
    ])("is refused with %s", (_, given, message) => {
      expect(withHub("local", given)).toContain(message);
    });

    it("is refused where nobody would reach it", () => {
      expect(withHub("azure", { cluster: "tools" }, () => {})).toContain(
        'monitoring.hub: no cluster of infrastructure "azure" is reached by the others for their samples; expected none, or',
      );
    });
  });

  it.each(["3d", "72h", "1w", "30d"])("takes a retention of %s", (retention) => {
    expect(refusal({ retention })).toBe("");
  });

  it("offers thresholds that the API counts requests by", () => {
    const thresholds = [0.1, 0.25, 0.5, 1, 2.5, 5] as const;
    expect(DURATION_BUCKETS).toEqual(expect.arrayContaining([...thresholds]));
    for (const thresholdSeconds of thresholds) {
      expect(refusal({ objectives: { latency: { thresholdSeconds } } })).toBe("");
    }
  });
});
