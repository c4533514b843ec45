import type { EnvironmentInput } from "../../config/schema/environment";
import { firstService } from "../support/delivery";
import { objectsOf } from "../support/helm";
import { environment, resourcesOf, synthesizeToMemory } from "../support/synth";

/** Every cluster is an entry point; a second service answers on a name and a path of its own. */
const output = synthesizeToMemory([
  environment("local", (input: EnvironmentInput) => {
    input.balancer = { kind: "none" };
    for (const { clusters } of Object.values(input.regions)) delete clusters["lb"];
    const service = firstService(input);
    service.exposure = "reencrypt";
    input.workloads[0]?.services.push(
      { ...service, name: "movies", route: { host: "movies.{host}" } },
      { ...service, name: "rate", route: { path: "/rate", stripPath: true } },
    );
  }),
]);

it("has no balancer, and nothing for one", () => {
  expect(Object.keys(output.workspaces)).toEqual([
    "local-api-deploy-eu",
    "local-api-deploy-us",
    "local-monitoring-eu",
    "local-monitoring-us",
    "local-pki",
  ]);
});

it("gives every cluster a certificate of all its names", () => {
  const requests = resourcesOf(output.workspaces["local-pki"], "tls_cert_request");
  expect(requests.map((request) => request["dns_names"])).toEqual(
    expect.arrayContaining([
      ["api.us", "movies.api.us"],
      ["api.eu", "movies.api.eu"],
    ]),
  );
});

it("leads each name and path to its service", () => {
  const objects = objectsOf(output.workspaces["local-api-deploy-eu"]);
  const matches = objects
    .filter(({ kind }) => kind === "IngressRoute")
    .map(({ metadata, spec }) => [metadata.name, spec.routes[0].match, spec.routes[0].middlewares]);
  expect(matches).toEqual([
    ["api", "Host(`api.eu`)", undefined],
    ["movies", "Host(`movies.api.eu`)", undefined],
    ["rate", "Host(`api.eu`) && (Path(`/rate`) || PathPrefix(`/rate/`))", [{ name: "rate-strip-path" }]],
  ]);
  expect(objects.find(({ kind }) => kind === "Middleware")).toMatchObject({
    metadata: { name: "rate-strip-path", namespace: "api" },
    spec: { stripPrefix: { prefixes: ["/rate"] } },
  });
  expect(
    objects.find(({ kind, metadata }) => kind === "ServersTransport" && metadata.name === "movies"),
  ).toMatchObject({ spec: { serverName: "movies.api.eu" } });
});
