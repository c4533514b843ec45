import { COUNTRIES, COUNTRY_LISTS, PSEUDO_COUNTRIES } from "../../../config/countries";
import type { EnvironmentInput } from "../../../config/schema/environment";
import type { DynamicConfiguration } from "../../../constructs/traefik/file-provider";
import { COUNTRY_HEADER } from "../../../constructs/traefik/rule";
import { backendsFor } from "../../constructs/traefik/traefik";
import { releasesOf } from "../../support/helm";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

const HOST = "lb.example.com";

const balancer = (change?: (input: EnvironmentInput) => void) =>
  synthesizeToMemory([environment("azure", change)]).workspaces["azure-global-lb"];
const routing = (change?: (input: EnvironmentInput) => void): DynamicConfiguration =>
  releasesOf(balancer(change))["traefik"]?.["providers"].file.content;
const from = (country: string) => ({ host: HOST, headers: { [COUNTRY_HEADER]: [country] } });

const atHome = (input: EnvironmentInput): void => {
  Object.assign(input.balancer, { routing: { kind: "geo", defaultRegion: "eu", failover: false } });
};

describe("the deployed routing", () => {
  const configuration = routing();
  const american: readonly string[] = COUNTRY_LISTS["americas-26"];

  it(`sends each of ${COUNTRIES.length} countries, unknown ones and Tor to their region`, () => {
    expect(COUNTRIES).toHaveLength(250);
    const wrong = [...COUNTRIES, ...PSEUDO_COUNTRIES].filter((code) => {
      const [first] = backendsFor(configuration, from(code));
      return first !== (american.includes(code) ? "us" : "eu");
    });
    expect(wrong).toEqual([]);
  });

  it("sends whoever has no country to the default region", () => {
    expect(backendsFor(configuration, { host: HOST })).toEqual(["eu"]);
  });

  it("knows the complete list of American codes by name", () => {
    const complete = routing((input) => {
      if (input.regions["us"]) input.regions["us"].countries = "americas";
    });
    for (const code of COUNTRY_LISTS.americas) expect(backendsFor(complete, from(code))).toEqual(["us"]);
  });

  it("passes the users of a region that is down to the other one", () => {
    expect(backendsFor(configuration, from("US"), new Set(["us"]))).toEqual(["eu"]);
    expect(backendsFor(configuration, from("FR"), new Set(["eu"]))).toEqual(["us"]);
  });

  it("keeps them at home, without an answer, where data must not leave", () => {
    const strict = routing(atHome);
    expect(backendsFor(strict, from("US"), new Set(["us"]))).toEqual([]);
    expect(backendsFor(strict, from("US"))).toEqual(["us"]);
  });

  it("checks the health of every backend that a failover can choose", () => {
    const { services } = configuration.http;
    const backends = Object.values(services).filter((service) => "loadBalancer" in service);
    expect(backends).toHaveLength(2);
    for (const backend of backends)
      expect(backend).toHaveProperty("loadBalancer.healthCheck.path", "/health");
    for (const service of Object.values(services)) {
      if ("failover" in service) expect(service.failover).toHaveProperty("healthCheck");
    }
  });

  it("asks every caller for Cloudflare's certificate, under any name", () => {
    expect(configuration.tls.options["default"]).toMatchObject({
      sniStrict: true,
      clientAuth: { clientAuthType: "RequireAndVerifyClientCert" },
    });
  });

  it("verifies every backend: no transport skips it", () => {
    const transports = Object.values(configuration.http.serversTransports);
    expect(transports).toHaveLength(2);
    for (const transport of transports) {
      expect(transport).toMatchObject({ serverName: expect.any(String), rootCAs: [expect.any(String)] });
      expect(transport).not.toHaveProperty("insecureSkipVerify");
    }
  });
});

it("proves itself to Cloudflare by the origin certificate, and knows the CA of its pulls", () => {
  const read = (name: string) => `\${data.terraform_remote_state.azure-dns.outputs.${name}}`;
  const [secret] = resourcesOf(balancer(), "kubernetes_secret_v1");
  expect(secret?.["data"]).toEqual({
    "tls.crt": read("origin-certificate"),
    "tls.key": "${sensitive(data.terraform_remote_state.azure-dns.outputs.origin-key)}",
  });
  const [authorities] = resourcesOf(balancer(), "kubernetes_config_map_v1");
  expect(authorities?.["data"]).toEqual({
    "backend-ca.crt": "${data.terraform_remote_state.azure-pki.outputs.ca}",
    "client-ca.crt": read("origin-pull-ca"),
  });
});
