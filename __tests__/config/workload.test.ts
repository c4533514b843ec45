import type { EnvironmentInput } from "../../config/schema/environment";
import { fillTemplate, type TemplateValues } from "../../config/template";
import { api } from "../fixtures/api";
import { environment } from "../support/synth";

const VALUES: TemplateValues = {
  environment: "local",
  region: "eu",
  cluster: "eu-1",
  host: "api.eu",
  image: "api:1",
  port: "8443",
  "metrics-port": "9443",
  "plain-http": "false",
  proxies: "10.42.0.0/16",
};

type Service = EnvironmentInput["workloads"][number]["services"][number];

const parse = (change: Partial<Service>) =>
  environment("local", (input) => {
    input.workloads = [{ ...api, services: api.services.map((service) => ({ ...service, ...change })) }];
  });

describe("an environment variable", () => {
  it.each([
    ["{region}", "eu"],
    ["https://{host}:{port}/", "https://api.eu:8443/"],
    ["{cluster}/{environment}/{image}/{metrics-port}", "eu-1/local/api:1/9443"],
    ["{proxies}", "10.42.0.0/16"],
    ["{{region}}", "{region}"],
    ['{"a":{"b":1}}', '{"a":{"b":1}}'],
    ["${region} %{host}", "${region} %{host}"],
    ["${HOME} $(POD) {} { region }", "${HOME} $(POD) {} { region }"],
  ])("written as %s is %s", (text, expected) => {
    expect(fillTemplate(text, VALUES)).toBe(expected);
  });

  it("fails on a name in braces that stands for nothing, and says how to keep the braces", () => {
    expect(() => parse({ env: { NAME: "{regoin}" } })).toThrow(
      "workloads[0].services[0].env.NAME: {regoin} stands for nothing; expected {environment}, {region}, {cluster}, " +
        "{host}, {image}, {port}, {metrics-port}, {plain-http}, {proxies}, or {{regoin}} for the braces themselves",
    );
  });

  it("fails on the metrics port of a service that has none", () => {
    expect(() => parse({ env: { PORT: "{metrics-port}" }, metrics: undefined } as never)).toThrow(
      'workloads[0].services[0].env.PORT: the service has no metrics port; expected metrics, such as { "port": 9443 }',
    );
  });

  it.each(["LOG_LEVEL", "http_proxy", "Logging__LogLevel__Default", "_"])("may be called %s", (name) => {
    expect(parse({ env: { [name]: "a" } }).workloads[0]?.services[0]?.env).toEqual({ [name]: "a" });
  });

  it.each(["LOG-LEVEL", "1ST", "a.b", "A=B", ""])("may not be called %j", (name) => {
    expect(() => parse({ env: { [name]: "a" } })).toThrow(
      'expected an environment variable\'s name, such as "LOG_LEVEL"',
    );
  });

  it.each(["a\0b", "\ud800"])("may not be %j, which no process can be told", (value) => {
    expect(() => parse({ env: { NAME: value } })).toThrow(
      'workloads[0].services[0].env.NAME: expected a text without NUL and without half characters, such as "info"',
    );
  });

  it("fails when it is both plain and secret", () => {
    expect(() => parse({ env: { TOKEN: "a" }, secrets: { TOKEN: "token" } })).toThrow(
      "workloads[0].services[0].secrets.TOKEN: env has TOKEN too; expected it in one of them",
    );
  });
});

it.each(["kubeconfigs", "count", "source"])(
  "fails on a secret's variable named %s, which is taken",
  (name) => {
    expect(() => parse({ secrets: { TOKEN: name } })).toThrow(
      `workloads[0].services[0].secrets.TOKEN: is taken; expected the name of a Terraform variable of your own, such as "api_token", got "${name}"`,
    );
  },
);

it.each([
  ["latest", "ghcr.io/meridian-platform/api:latest"],
  ["no tag at all", "ghcr.io/meridian-platform/api"],
])("fails on an image with %s", (_, image) => {
  expect(() => parse({ image })).toThrow(
    /workloads\[0\]\.services\[0\]\.image: .*expected an image with an exact tag or digest, such as/,
  );
});
