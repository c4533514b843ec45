import { chartValues } from "../../../constructs/traefik/chart-values";
import type { DynamicConfiguration } from "../../../constructs/traefik/file-provider";
import { restrictedViolations } from "../../support/pod-security";

interface Values {
  readonly api: unknown;
  readonly rbac: object;
  readonly core: object;
  readonly providers: Readonly<Record<string, { enabled: boolean; content?: unknown }>>;
  readonly ports: Readonly<Record<string, { port: number; hostPort?: number; http?: object } | null>>;
  readonly deployment: {
    readonly additionalVolumes: readonly { projected: { sources: readonly object[] } }[];
  };
  readonly additionalVolumeMounts: readonly object[];
  readonly additionalArguments: readonly string[];
  readonly metrics: { readonly prometheus: object };
  readonly podSecurityContext: object;
  readonly securityContext: object;
}

const configuration = {
  http: { routers: {}, middlewares: {}, services: {}, serversTransports: {} },
  tls: { certificates: [], options: { default: { minVersion: "VersionTLS12", sniStrict: true } } },
} satisfies DynamicConfiguration;

const values = (change: Partial<Parameters<typeof chartValues>[0]> = {}): Values =>
  chartValues({ configuration, redirectHttp: true, countByCountry: false, ...change }) as Values;

it("routes by the file alone, without asking the Kubernetes API or opening Traefik's own", () => {
  const { providers, rbac, api } = values();
  expect(Object.keys(providers).filter((name) => providers[name]?.enabled)).toEqual(["file"]);
  expect(providers["file"]?.content).toBe(configuration);
  expect({ rbac, api }).toEqual({ rbac: { enabled: false }, api: null });
});

it("opens the node's ports 443 and 80 to the world, and no other", () => {
  const { ports } = values();
  expect(Object.values(ports).flatMap((port) => port?.hostPort ?? [])).toEqual([80, 443]);
  expect(ports["web"]?.http).toEqual({
    redirections: { entryPoint: { to: "websecure", scheme: "https", permanent: true } },
  });
});

it("leaves port 80 closed where nobody needs a redirect", () => {
  const { ports } = values({ redirectHttp: false });
  expect(ports["web"]).toBeNull(); // the chart would open it otherwise
  expect(ports["websecure"]?.hostPort).toBe(443);
});

it("believes nobody who says that he forwards for others", () => {
  expect(JSON.stringify(values())).toContain('"forwardedHeaders":{"trustedIPs":[],"insecure":false}');
});

it("keeps to the restricted standard, but for the host ports", () => {
  const { podSecurityContext, securityContext, ports, deployment } = values();
  const pod = {
    securityContext: podSecurityContext,
    volumes: deployment.additionalVolumes,
    containers: [
      {
        name: "traefik",
        securityContext,
        ports: Object.values(ports).map((port) => ({ containerPort: port?.port, hostPort: port?.hostPort })),
      },
    ],
  } as Parameters<typeof restrictedViolations>[0];
  expect(restrictedViolations(pod)).toEqual(["traefik: takes a host port"]);
});

it("listens above 1024, where no capability is needed", () => {
  const { ports } = values();
  expect(Object.values(ports).every((port) => port === null || port.port > 1024)).toBe(true);
});

it("watches one volume that holds the configuration and every file that it names", () => {
  const { deployment, additionalVolumeMounts, additionalArguments } = values();
  expect(deployment.additionalVolumes).toMatchObject([
    {
      name: "live",
      projected: {
        sources: [
          { configMap: { name: "traefik-file-provider" } },
          { secret: { name: "traefik-certificate" } },
          { configMap: { name: "traefik-authorities" } },
        ],
      },
    },
    { name: "no-token" },
  ]);
  expect(additionalVolumeMounts).toContainEqual({
    name: "live",
    mountPath: "/etc/traefik/live",
    readOnly: true,
  });
  expect(additionalArguments).toContain("--providers.file.directory=/etc/traefik/live");
});

it("leaves no room for a token, which the chart would have mounted", () => {
  const { deployment, additionalVolumeMounts } = values();
  expect(deployment.additionalVolumes).toContainEqual({ name: "no-token", emptyDir: {} });
  expect(additionalVolumeMounts).toContainEqual({
    name: "no-token",
    mountPath: "/var/run/secrets/kubernetes.io/serviceaccount",
    readOnly: true,
  });
});

it("refuses a connection whose TLS options would be another name's", () => {
  expect(values().core).toEqual({ strictTLSOptions: true });
});

it("counts by country only where nobody can make countries up", () => {
  expect(values({ countByCountry: true }).metrics.prometheus).toMatchObject({
    headerLabels: { country: "Cf-Ipcountry" },
  });
  expect(values().metrics.prometheus).not.toHaveProperty("headerLabels");
});

it("names exactly these keys of the chart besides the configuration", () => {
  const { providers: _, ...others } = values();
  expect(others).toMatchSnapshot();
});
