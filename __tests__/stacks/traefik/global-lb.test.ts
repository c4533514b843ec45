import { parse } from "yaml";
import type { Environment, EnvironmentInput } from "../../../config/schema/environment";
import type { DynamicConfiguration } from "../../../constructs/traefik/file-provider";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

interface Release {
  readonly name: string;
  readonly values: readonly string[];
  readonly depends_on?: readonly string[];
}

const synth = (config: Environment) => {
  const output = synthesizeToMemory([config]);
  const id = `${config.name}-global-lb`;
  const workspace = output.workspaces[id];
  const releases = resourcesOf(workspace, "helm_release") as unknown as readonly Release[];
  const release = releases.find(({ name }) => name === "traefik") as Release;
  return { ...output, id, workspace, releases, release };
};

/** The configuration as Terraform hands it to Helm; what only an apply knows is written as the expression for it. */
const configurationOf = ({ values }: Release): DynamicConfiguration =>
  parse((values[0] as string).replace(/\$\{jsonencode\("(.*?)"\)\}/g, (_, text) => JSON.stringify(text)))
    .providers.file.content;

const change = (name: "local" | "azure", edit: (input: EnvironmentInput) => void = () => {}) =>
  synth(environment(name, edit));

/** As shipped. */
const SHIPPED = { local: change("local"), azure: change("azure") };

describe("the entry point", () => {
  it.each([
    ["local", "https://api.lb"],
    ["azure", "https://lb.api.example.com"],
  ] as const)("of %s publishes its URL, and nothing else", (name, url) => {
    const { workspace } = SHIPPED[name];
    expect(Object.keys(workspace?.output ?? {})).toEqual(["url"]);
    if (name === "local") expect(workspace?.output?.["url"]?.value).toBe(url);
    else expect(workspace?.output?.["url"]?.value).toContain("lb-host");
  });

  it.each(["local", "azure"] as const)("of %s does not depend on any region's API", (name) => {
    const { dependencies, id } = SHIPPED[name];
    expect(dependencies[id]?.filter((other) => other.includes("api-deploy"))).toEqual([]);
  });

  it("of local reads the platform's CA alone", () => {
    const { dependencies, id } = SHIPPED.local;
    expect(dependencies[id]).toEqual(["local-pki"]);
  });

  it("of azure reads its cluster, the addresses of the networks, the names and the CA", () => {
    const { dependencies, id } = SHIPPED.azure;
    expect([...(dependencies[id] ?? [])].sort()).toEqual([
      "azure-dns",
      "azure-k3s-node-lb",
      "azure-network-eu",
      "azure-network-us",
      "azure-pki",
    ]);
  });
});

describe("the certificate", () => {
  it.each(["local", "azure"] as const)(
    "of %s is a Secret that exists before Traefik, and is in no values",
    (name) => {
      const { workspace, release, releases } = SHIPPED[name];
      const [secret] = resourcesOf(workspace, "kubernetes_secret_v1");
      expect(secret).toMatchObject({
        type: "kubernetes.io/tls",
        data: { "tls.crt": expect.any(String), "tls.key": expect.stringMatching(/^\$\{sensitive\(/) },
      });
      const [secretId] = Object.keys(workspace?.resource?.["kubernetes_secret_v1"] ?? {});
      expect(release.depends_on).toContain(`kubernetes_secret_v1.${secretId}`);
      for (const { values } of releases)
        expect(values.join()).not.toMatch(/sensitive|-key\b|outputs\.\S*certificate/);
    },
  );

  it("of azure is Cloudflare's, and so are all callers", () => {
    const { workspace, release } = SHIPPED.azure;
    const [authorities] = resourcesOf(workspace, "kubernetes_config_map_v1") as unknown as { data: object }[];
    expect(Object.keys(authorities?.data ?? {})).toEqual(["backend-ca.crt", "client-ca.crt"]);
    expect(configurationOf(release).tls.options.default.clientAuth).toEqual({
      caFiles: ["/etc/traefik/live/client-ca.crt"],
      clientAuthType: "RequireAndVerifyClientCert",
    });
  });

  it("of local comes from the platform's CA, and callers need none", () => {
    const { workspace, release } = SHIPPED.local;
    const [authorities] = resourcesOf(workspace, "kubernetes_config_map_v1") as unknown as { data: object }[];
    expect(Object.keys(authorities?.data ?? {})).toEqual(["backend-ca.crt"]);
    expect(configurationOf(release).tls.options.default).not.toHaveProperty("clientAuth");
  });
});

describe("the routes", () => {
  it("of local go to both regions in turn, at the addresses of the machines", () => {
    const { http } = configurationOf(SHIPPED.local.release);
    expect(Object.keys(http.routers)).toEqual(["everyone"]);
    expect(http.services["eu"]).toMatchObject({
      loadBalancer: { servers: [{ url: "https://192.168.56.11" }], serversTransport: "eu" },
    });
    expect(http.serversTransports["eu"]).toMatchObject({ serverName: "api.eu" });
  });

  it("of azure go by country, at the addresses that the networks publish", () => {
    const { http } = configurationOf(SHIPPED.azure.release);
    expect(Object.keys(http.routers)).toEqual(["countries:us", "everyone-else"]);
    expect(http.services["us"]).toMatchObject({
      loadBalancer: {
        servers: [{ url: expect.stringMatching(/^https:\/\/\$\{.*azure-network-us.*us-address\}$/) }],
      },
    });
    expect(http.routers["everyone-else"]?.service).toBe("from:eu");
  });

  it("stay at home where the environment forbids failover", () => {
    const { release } = change("azure", (input) => {
      Object.assign(input.balancer, { routing: { kind: "geo", defaultRegion: "eu", failover: false } });
    });
    const { http } = configurationOf(release);
    expect(http.routers["countries:us"]?.service).toBe("us");
    expect(http.routers["everyone-else"]?.service).toBe("eu");
    expect(JSON.stringify(http.services)).not.toContain("failover");
  });

  it("reach a third region, and a second cluster of a region, by one entry each", () => {
    const { http } = configurationOf(
      change("local", ({ regions }) => {
        regions["ap"] = { clusters: { ap: existing("192.168.56.13", "api.ap") } };
        (regions["us"] as EnvironmentInput["regions"][string]).clusters["us-2"] = existing(
          "192.168.56.14",
          "api.us-2",
        );
      }).release,
    );
    expect(Object.keys(http.serversTransports)).toEqual(["us", "us-2", "eu", "ap"]);
    expect(http.services["round-robin:all"]).toMatchObject({
      weighted: { services: [{ name: "region:us" }, { name: "eu" }, { name: "ap" }] },
    });
  });
});

const existing = (address: string, host: string) =>
  ({ kind: "existing", role: "api", address, host }) as const;

it.each(["/{{ env `HOME` }}", "health", "/a b", "/${x}"])(
  "refuses %j as path of the health check",
  (path) => {
    const withPath = () =>
      environment("local", (input) => {
        Object.assign(input.balancer, { healthCheck: { path } });
      });
    expect(withPath).toThrow(`balancer.healthCheck.path: expected a path, such as "/health"`);
  },
);

it("takes its chart from the mirror that the environment names", () => {
  const { workspace } = change("local", (input) => {
    input.charts = { mirror: "oci://registry.example.com/charts" };
  });
  const charts = resourcesOf(workspace, "helm_release").filter(({ repository }) => repository !== undefined);
  expect(charts).toEqual([
    expect.objectContaining({
      repository: "oci://registry.example.com/charts",
      chart: "traefik",
      version: "41.3.0",
    }),
  ]);
});
