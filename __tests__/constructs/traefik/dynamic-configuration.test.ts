import fc from "fast-check";
import { COUNTRIES, COUNTRY_LISTS, PSEUDO_COUNTRIES } from "../../../config/countries";
import {
  type DynamicConfigurationProps,
  dynamicConfiguration,
} from "../../../constructs/traefik/dynamic-configuration";
import type { DynamicConfiguration } from "../../../constructs/traefik/file-provider";
import type { BackendRegion, Routing } from "../../../constructs/traefik/regions";
import { COUNTRY_HEADER } from "../../../constructs/traefik/rule";
import { backendsFor, below, routerFor } from "./traefik";

const HOST = "lb.example.com";
const from = (...countries: string[]) => ({
  host: HOST,
  headers: { [COUNTRY_HEADER]: countries },
});
const fromNowhere = { host: HOST };

const region = (name: string, countries: readonly string[], ...clusters: string[]): BackendRegion => ({
  name,
  countries,
  clusters: (clusters.length > 0 ? clusters : [name]).map((cluster) => ({
    name: cluster,
    address: "192.0.2.1",
    hostName: `${cluster}.example.com`,
  })),
});

const EU = region("eu", []);
const US = region("us", COUNTRY_LISTS["americas-26"], "us", "us-2");
const AP = region("ap", ["JP", "AU"]);

const GEO: Routing = { kind: "geo", defaultRegion: "eu", failover: true };

const props = (regions: readonly BackendRegion[], routing: Routing): DynamicConfigurationProps => ({
  host: HOST,
  entryPoint: "websecure",
  regions,
  routing,
  healthCheck: { path: "/health", intervalSeconds: 5, timeoutSeconds: 2 },
  dialTimeoutSeconds: 3,
  files: {
    certificate: "/tls.crt",
    privateKey: "/tls.key",
    backendAuthority: "/backend-ca.crt",
  },
});

const configure = (regions: readonly BackendRegion[], routing: Routing = GEO) =>
  dynamicConfiguration(props(regions, routing));

describe("geo routing", () => {
  const configuration = configure([EU, US, AP]);

  it.each([...COUNTRIES, ...PSEUDO_COUNTRIES])(
    "sends %s to the region that lists it, or to the default",
    (code) => {
      const home = US.countries.includes(code)
        ? ["us", "us-2"]
        : AP.countries.includes(code)
          ? ["ap"]
          : ["eu"];
      expect(backendsFor(configuration, from(code))).toEqual(home);
    },
  );

  it.each([
    ["no country", fromNowhere],
    ["lower case", from("us")],
    ["a list in one header", from("US, CA")],
    ["countries of two regions", from("US", "JP")],
    ["a country of a region, and one of the default", from("US", "DE")],
  ])("sends %s to the default region", (_, request) => {
    expect(backendsFor(configuration, request)).toEqual(["eu"]);
  });

  it("serves one host only", () => {
    expect(routerFor(configuration, { ...from("US"), host: "other.example.com" })).toBeUndefined();
  });

  it("may have a default region that lists countries as well", () => {
    const both = configure([US, AP], { ...GEO, defaultRegion: "ap" });
    expect(backendsFor(both, from("AU"))).toEqual(["ap"]);
    expect(backendsFor(both, from("DE"))).toEqual(["ap"]);
  });

  it("refuses a default region that does not exist", () => {
    expect(() => configure([EU, US], { ...GEO, defaultRegion: "asia" })).toThrow(
      'no region "asia" for everyone else; expected one of eu, us',
    );
  });
});

describe("failover", () => {
  const configuration = configure([EU, US, AP]);

  it.each([
    ["one cluster of two", "US", ["us"], ["us-2"]],
    ["the home region", "US", ["us", "us-2"], ["eu"]],
    ["the home region and the first of the others", "US", ["us", "us-2", "eu"], ["ap"]],
    ["the first region", "DE", ["eu"], ["us", "us-2"]],
    ["the first and the second", "DE", ["eu", "us", "us-2"], ["ap"]],
    ["the last region", "JP", ["ap"], ["eu"]],
    ["the last and the first", "JP", ["ap", "eu"], ["us", "us-2"]],
    ["another region", "JP", ["eu"], ["ap"]],
    ["everything", "JP", ["eu", "us", "us-2", "ap"], []],
  ])("goes on in the order of the regions while %s is down", (_, country, down, serving) => {
    expect(backendsFor(configuration, from(country), new Set(down))).toEqual(serving);
  });

  it("is off where data must stay at home: 503 instead", () => {
    const strict = configure([EU, US, AP], { ...GEO, failover: false });
    expect(backendsFor(strict, from("US"))).toEqual(["us", "us-2"]);
    expect(backendsFor(strict, from("US"), new Set(["us", "us-2"]))).toEqual([]);
    expect(JSON.stringify(strict)).not.toContain("failover");
  });

  it("needs as many services as regions, not as their square", () => {
    const many = Array.from({ length: 100 }, (_, index) => region(`r${index}`, []));
    const { http } = configure(many, { ...GEO, defaultRegion: "r0" });
    expect(Object.keys(http.services)).toHaveLength(100 + 99 + 99);
  });
});

describe("round robin", () => {
  const configuration = configure([EU, US, AP], { kind: "round-robin" });

  it("serves everybody from every region, wherever they are", () => {
    expect(backendsFor(configuration, fromNowhere)).toEqual(["eu", "us", "us-2", "ap"]);
    expect(backendsFor(configuration, from("US"))).toEqual(["eu", "us", "us-2", "ap"]);
  });

  it("gives every region the same share, however many clusters it has", () => {
    expect(configuration.http.services["round-robin:all"]).toEqual({
      weighted: {
        services: [
          { name: "eu", weight: 1 },
          { name: "region:us", weight: 1 },
          { name: "ap", weight: 1 },
        ],
        healthCheck: {},
      },
    });
  });

  it("leaves out what is down", () => {
    expect(backendsFor(configuration, fromNowhere, new Set(["eu", "us"]))).toEqual(["us-2", "ap"]);
  });
});

describe("a backend", () => {
  it("is called by its address, verified by its name, and sees its own name", () => {
    const { http } = configure([EU, AP]);
    expect({
      service: http.services["eu"],
      transport: http.serversTransports["eu"],
      middleware: http.middlewares["eu"],
    }).toMatchInlineSnapshot(`
      {
        "middleware": {
          "headers": {
            "customRequestHeaders": {
              "Host": "eu.example.com",
            },
          },
        },
        "service": {
          "loadBalancer": {
            "healthCheck": {
              "followRedirects": false,
              "hostname": "eu.example.com",
              "interval": "5s",
              "path": "/health",
              "status": 200,
              "timeout": "2s",
              "unhealthyInterval": "5s",
            },
            "passHostHeader": true,
            "servers": [
              {
                "url": "https://192.0.2.1",
              },
            ],
            "serversTransport": "eu",
          },
          "middlewares": [
            "eu",
          ],
        },
        "transport": {
          "forwardingTimeouts": {
            "dialTimeout": "3s",
            "pingTimeout": "5s",
            "readIdleTimeout": "10s",
          },
          "maxVersion": "VersionTLS13",
          "minVersion": "VersionTLS12",
          "rootCAs": [
            "/backend-ca.crt",
          ],
          "serverName": "eu.example.com",
        },
      }
    `);
  });

  it("is verified by the CAs of the system where none is given", () => {
    const { backendAuthority: _, ...files } = props([EU], GEO).files;
    const { http } = dynamicConfiguration({ ...props([EU], GEO), files });
    expect(http.serversTransports["eu"]).not.toHaveProperty("rootCAs");
    expect(http.serversTransports["eu"]).toMatchObject({
      serverName: "eu.example.com",
    });
  });
});

describe("callers", () => {
  it("must name the host, and need no certificate unless a CA for it is given", () => {
    expect(configure([EU]).tls).toEqual({
      certificates: [{ certFile: "/tls.crt", keyFile: "/tls.key" }],
      options: { default: { minVersion: "VersionTLS12", sniStrict: true } },
    });
  });

  it("must present a certificate on every connection where one is given", () => {
    const { files, ...others } = props([EU], GEO);
    const { tls, http } = dynamicConfiguration({
      ...others,
      files: { ...files, clientAuthority: "/client-ca.crt" },
    });
    expect(tls.options.default.clientAuth).toEqual({
      caFiles: ["/client-ca.crt"],
      clientAuthType: "RequireAndVerifyClientCert",
    });
    expect(Object.values(http.routers).map((router) => router.tls.options)).toEqual(["default"]);
  });
});

interface Drawn {
  readonly regions: readonly BackendRegion[];
  readonly routing: Routing;
  readonly configuration: DynamicConfiguration;
}

describe("whatever the regions", () => {
  /** One to six regions, one to three clusters each, countries dealt out at random; every way of routing. */
  const environments: fc.Arbitrary<Drawn> = fc
    .record({
      names: fc.uniqueArray(fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/), {
        minLength: 1,
        maxLength: 6,
      }),
      sizes: fc.array(fc.integer({ min: 1, max: 3 }), {
        minLength: 6,
        maxLength: 6,
      }),
      deal: fc.array(fc.integer({ min: 0, max: 6 }), {
        minLength: COUNTRIES.length,
        maxLength: COUNTRIES.length,
      }),
      home: fc.nat(),
      failover: fc.boolean(),
      roundRobin: fc.boolean(),
    })
    .map(({ names, sizes, deal, home, failover, roundRobin }) => {
      const regions = names.map((name, index) =>
        region(
          name,
          COUNTRIES.filter((_, country) => deal[country] === index),
          // A cluster may be called as a region is.
          ...Array.from({ length: sizes[index] as number }, (_, cluster) =>
            cluster === 0 ? name : `${name}.${cluster}`,
          ),
        ),
      );
      const routing: Routing = roundRobin
        ? { kind: "round-robin" }
        : {
            kind: "geo",
            defaultRegion: names[home % names.length] as string,
            failover,
          };
      return { regions, routing, configuration: configure(regions, routing) };
    });
  const always = (expectations: (drawn: Drawn) => void) =>
    fc.assert(fc.property(environments, expectations), { numRuns: 25 });

  it("no two routers have the same priority, and at most one with countries matches a request", () => {
    always(({ configuration, regions, routing }) => {
      const priorities = Object.values(configuration.http.routers).map(({ priority }) => priority);
      expect(new Set(priorities).size).toBe(priorities.length);
      if (routing.kind !== "geo") return;
      for (const { name, countries } of regions) {
        for (const country of countries) {
          expect(routerFor(configuration, from(country))).toBe(`countries:${name}`);
        }
      }
      expect(routerFor(configuration, fromNowhere)).toBe("everyone-else");
    });
  });

  it("every service below a failover or a round robin is checked, and tells its parents", () => {
    always(({ configuration }) => {
      for (const { service } of Object.values(configuration.http.routers)) {
        for (const child of below(configuration, service)) {
          const [kind] = Object.values(child) as { healthCheck?: object }[];
          expect(kind?.healthCheck).toBeDefined();
        }
      }
    });
  });

  it("a region that alone is up serves everybody, or only its own where data stays at home", () => {
    always(({ configuration, regions, routing }) => {
      const homeOf = (country: string | undefined): string | undefined =>
        routing.kind === "round-robin"
          ? undefined
          : (regions.find(({ countries }) => countries.includes(country ?? ""))?.name ??
            routing.defaultRegion);
      for (const { name, clusters } of regions) {
        const up = clusters.map((cluster) => cluster.name);
        const others = regions.flatMap((other) => (other.name === name ? [] : other.clusters));
        const down = new Set(others.map((cluster) => cluster.name));
        for (const country of [undefined, ...COUNTRIES.slice(0, 25)]) {
          const stranger = routing.kind === "geo" && !routing.failover && homeOf(country) !== name;
          const request = country === undefined ? fromNowhere : from(country);
          expect(new Set(backendsFor(configuration, request, down))).toEqual(new Set(stranger ? [] : up));
        }
      }
    });
  });

  it("every backend is called over TLS that is verified by the CA and by a name of its own", () => {
    always(({ configuration: { http }, regions }) => {
      const backends = regions.flatMap(({ clusters }) => clusters);
      expect(Object.keys(http.serversTransports)).toEqual(backends.map(({ name }) => name));
      for (const { name, hostName } of backends) {
        expect(http.serversTransports[name]).toMatchObject({
          serverName: hostName,
          rootCAs: ["/backend-ca.crt"],
          minVersion: "VersionTLS12",
          maxVersion: "VersionTLS13",
        });
        expect(http.services[name]).toMatchObject({
          loadBalancer: {
            serversTransport: name,
            healthCheck: { hostname: hostName },
          },
        });
      }
      for (const service of Object.values(http.services)) {
        if (!("loadBalancer" in service)) continue;
        expect(service.loadBalancer.servers.every(({ url }) => url.startsWith("https://"))).toBe(true);
      }
      expect(JSON.stringify(http)).not.toContain("insecure");
    });
  });

  it("nothing in it is a template to Traefik, which would expand it", () => {
    always(({ configuration }) => {
      expect(JSON.stringify(configuration)).not.toContain("{{");
    });
  });
});
