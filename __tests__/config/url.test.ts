import { parseEnvironment } from "../../config/parse";
import type { EnvironmentInput } from "../../config/schema/environment";
import { credentialsIn, urlParts } from "../../config/schema/primitives";
import { aws } from "../fixtures/aws";
import { azure } from "../fixtures/azure";
import { problemsOf } from "../support/problems";

describe("a URL", () => {
  it.each([
    "https://example.com",
    "https://example.com/",
    "https://Example.com:8443/a/b.c~d/%20?x=1&y",
    "https://registry/charts",
    "https://192.0.2.7/charts",
    "https://[2001:db8::1]:443/",
    "oci://registry.example.com/charts",
    "ssh://git@github.com/example-org/meridian.git",
  ])("is %s", (text) => expect(urlParts(text)).toBeDefined());

  it.each([
    "",
    "example.com",
    "//example.com",
    "https:x",
    "https:/example.com",
    "https:///example.com",
    "https:\\\\example.com",
    "https://",
    "https://:443",
    "https://example.com:0",
    "https://example.com:65536",
    "https://example.com:http",
    "https://exa mple.com",
    " https://example.com",
    "https://example.com\n",
    "https://example.com/a b",
    "https://example.com/a\tb",
    "https://example.com/{{ .Values.x }}",
    "https://example.com/${x}",
    "https://example.com/%zz",
    "https://example.com/#part",
    'https://example.com/"',
    "https://example.com/\u2028",
    "https://ex\u00e4mple.com",
    "https://192.0.2.300",
    "https://0x7f.1",
    "https://1",
    "https://[::1",
    "https://a@b@example.com",
  ])("is not %j", (text) => expect(urlParts(text)).toBeUndefined());
});

describe("credentials in a URL", () => {
  it.each([
    ["https://me@example.com", "credentials"],
    ["https://me:secret@example.com", "credentials"],
    ["https://:secret@example.com", "credentials"],
    ["https://@example.com", "credentials"],
    ["ssh://git:secret@example.com/x", "credentials"],
    ["https://example.com?access_token=x", 'the parameter "access_token"'],
    ["https://example.com?a=b&apiKey=x", 'the parameter "apiKey"'],
    ["https://example.com?X-Amz-Signature=x", 'the parameter "X-Amz-Signature"'],
    ["https://example.com?sig=x", 'the parameter "sig"'],
    ["https://example.com?passw%6frd=x", 'the parameter "password"'],
  ])("are found in %s", (text, what) => {
    const url = urlParts(text);
    expect(url && credentialsIn(url)).toBe(what);
  });

  it.each(["https://example.com?tenant=a&monkey=b", "ssh://git@example.com/x", "https://example.com/token"])(
    "are not in %s",
    (text) => {
      const url = urlParts(text);
      expect(url && credentialsIn(url)).toBeUndefined();
      expect(url).toBeDefined();
    },
  );
});

// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
type Change = (input: any) => void;

const PLACES: readonly (readonly [string, object, (input: never, url: string) => void, string, string])[] = [
  [
    "monitoring.remoteWrite.url",
    azure,
    ((input: EnvironmentInput, url: string) => {
      input.monitoring = { remoteWrite: { url, authentication: { kind: "bearer" } } };
    }) as never,
    "https",
    "TF_VAR_remote_write_token",
  ],
  [
    "gitops.repository.url",
    aws,
    ((input: EnvironmentInput, url: string) => {
      input.gitops = { repository: { access: "public", url } };
    }) as never,
    "https",
    "TF_VAR_git_deploy_key",
  ],
  [
    "gitops.repository.url",
    aws,
    ((input: EnvironmentInput, url: string) => {
      input.gitops = {
        repository: {
          access: "deploy-key",
          url,
          knownHosts:
            "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        },
      };
    }) as never,
    "ssh",
    "TF_VAR_git_deploy_key",
  ],
  [
    "charts.mirror",
    azure,
    ((input: EnvironmentInput, url: string) => {
      input.charts = { mirror: url };
    }) as never,
    "oci",
    "helm registry login",
  ],
  [
    "infrastructure.k3s.releases",
    azure,
    ((input: { infrastructure: object }, url: string) => {
      Object.assign(input.infrastructure, { k3s: { releases: url } });
    }) as never,
    "https",
    "nodes read it without any",
  ],
];

describe.each(PLACES)("%s", (path, base, set, scheme, instead) => {
  const problems = (url: string) => {
    const input = structuredClone(base) as never;
    set(input, url);
    return problemsOf(() => parseEnvironment(input, "test")).join("\n");
  };

  it(`takes a URL with ${scheme}`, () => {
    expect(problems(`${scheme}://${scheme === "ssh" ? "git@" : ""}example.com/a/b`)).toBe("");
  });

  it("refuses credentials, says where they belong and does not repeat them", () => {
    const said = problems(`${scheme}://me:hunter2@example.com/a`);
    expect(said).toContain(`${path}: holds credentials`);
    expect(said).toContain(instead);
    expect(said).not.toContain("hunter2");
  });

  it.each([
    `${scheme}:x`,
    `${scheme}://exa mple.com/a`,
    `${scheme}://example.com/a\n`,
    `${scheme}://example.com/{{ x }}`,
  ])("refuses %j", (url) =>
    expect(problems(url)).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}: expected .*, such as`)),
  );
});

it.each<[string, object, Change]>([
  [
    "TF_VAR_alert_webhook_url",
    azure,
    (input) =>
      (input.monitoring = { alerts: { kind: "webhook", url: "https://hooks.example.com/T0/hunter2" } }),
  ],
  [
    "TF_VAR_remote_write_token",
    azure,
    (input) =>
      (input.monitoring = {
        remoteWrite: { url: "https://example.com", authentication: { kind: "bearer", token: "hunter2" } },
      }),
  ],
  [
    "TF_VAR_delivery_alert_url",
    aws,
    (input) => (input.gitops.alerts = { kind: "slack", url: "https://hooks.example.com/T0/hunter2" }),
  ],
])("a secret that is looked for here is %s", (variable, base, change) => {
  const input = structuredClone(base);
  change(input);
  const said = problemsOf(() => parseEnvironment(input, "test")).join("\n");
  expect(said).toContain(`is a secret: it is the variable ${variable}`);
  expect(said).not.toContain("hunter2");
});
