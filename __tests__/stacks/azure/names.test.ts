import type { EnvironmentInput } from "../../../config/schema/environment";
import type { DynamicConfiguration } from "../../../constructs/traefik/file-provider";
import { objectsOf, releasesOf } from "../../support/helm";
import { trace } from "../../support/remote-state";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../support/synth";

const synth = (change?: (input: EnvironmentInput) => void) =>
  synthesizeToMemory([environment("azure", change)]);

const objects = (output: Output, id: string) => objectsOf(output.workspaces[id]);

const routing = (output: Output): DynamicConfiguration =>
  releasesOf(output.workspaces["azure-global-lb"])["traefik"]?.["providers"].file.content;

/** The names in the certificate that a cluster's API serves. */
const certificateNames = (output: Output, cluster: string): unknown[] => {
  const id = `azure-api-deploy-${cluster}`;
  const ordered = objects(output, id).find(({ kind }) => kind === "Certificate");
  // A token in YAML is an expression of its own.
  const plain = (text: string) => text.replace(/^\$\{jsonencode\((.+)\)\}$/, "${$1}");
  if (ordered) return ordered["spec"].dnsNames.map((name: string) => trace(output, id, plain(name)));
  const requests = output.workspaces["azure-pki"]?.resource?.["tls_cert_request"] ?? {};
  const request = Object.entries(requests).find(([name]) => name.startsWith(`${cluster}_`))?.[1];
  return request?.["dns_names"] as unknown[];
};

describe.each<[string, ((input: EnvironmentInput) => void) | undefined]>([
  ["the platform's CA", undefined],
  [
    "Let's Encrypt",
    (input) => {
      input.certificates = { kind: "letsencrypt", email: "a@example.com" };
    },
  ],
])("under %s", (_, change) => {
  const output = synth(change);
  const { http } = routing(output);

  it.each(["eu", "us"])(
    "one name leads to %s: DNS, SNI, verified name, Host, HostSNI, certificate",
    (cluster) => {
      const name = `${cluster}.example.com`;
      const records = resourcesOf(output.workspaces["azure-dns"], "cloudflare_dns_record");
      const record = records.find((candidate) => candidate["name"] === name);
      const route = objects(output, `azure-api-deploy-${cluster}`).find(
        ({ kind }) => kind === "IngressRouteTCP",
      );

      expect(trace(output, "azure-dns", record?.["content"])).toBe(`azure-${cluster}'s ip_address`);
      expect(http.serversTransports[cluster]?.serverName).toBe(name);
      expect(http.services[cluster]).toMatchObject({ loadBalancer: { healthCheck: { hostname: name } } });
      expect(http.middlewares[cluster]).toMatchObject({ headers: { customRequestHeaders: { Host: name } } });
      expect(route?.["spec"]).toMatchObject({
        routes: [{ match: `HostSNI(\`${name}\`)` }],
        tls: { passthrough: true },
      });
      expect(certificateNames(output, cluster)).toEqual([name]);
      expect(
        trace(output, "x", output.workspaces[`azure-api-deploy-${cluster}`]?.output?.["host"]?.value),
      ).toBe(name);
    },
  );

  it("one name leads to the balancer: proxied record, origin certificate, routers, published address", () => {
    const name = "lb.example.com";
    const { "azure-dns": dns, "azure-global-lb": balancer } = output.workspaces;
    expect(resourcesOf(dns, "cloudflare_dns_record").filter((record) => record["proxied"])).toMatchObject([
      { name },
    ]);
    expect(resourcesOf(dns, "cloudflare_origin_ca_certificate")).toMatchObject([{ hostnames: [name] }]);
    for (const { rule } of Object.values(http.routers))
      expect(rule.startsWith(`Host(\`${name}\`)`)).toBe(true);
    const [reference] = /\$\{.*\}/.exec(String(balancer?.output?.["url"]?.value)) ?? [];
    expect(trace(output, "azure-global-lb", reference)).toBe(name);
  });

  it("sends every backend to the address of its own node", () => {
    for (const cluster of ["eu", "us"]) {
      expect(JSON.stringify(http.services[cluster])).toContain(`outputs.${cluster}-address`);
    }
  });
});
