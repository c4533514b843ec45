import type { EnvironmentInput } from "../../../config/schema/environment";
import { releasesOf } from "../../support/helm";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

const withTwo = (input: EnvironmentInput): void => {
  Object.assign(input.regions["us"]?.clusters ?? {}, { lb2: { kind: "k3s", role: "edge" } });
};
const one = synthesizeToMemory([environment("azure")]);
const two = synthesizeToMemory([environment("azure", withTwo)]);

const records = (output: typeof two) =>
  Object.values(resourcesOf(output.workspaces["azure-dns"], "cloudflare_dns_record"));

describe("a second edge cluster", () => {
  it("brings workspaces of its own, and moves none", () => {
    const ids = Object.keys(two.workspaces).filter((id) => !(id in one.workspaces));
    expect(ids.sort()).toEqual(["azure-global-lb-lb2", "azure-k3s-node-lb2", "azure-monitoring-lb2"]);
    expect(two.workspaces["azure-global-lb"]).toEqual(one.workspaces["azure-global-lb"]);
  });

  it("has a record of the one name that users call, through Cloudflare", () => {
    const proxied = records(two).filter(({ proxied }) => proxied === true);
    expect(proxied.map(({ name }) => name)).toEqual(["lb.example.com", "lb.example.com"]);
    expect(new Set(proxied.map(({ content }) => content)).size).toBe(2);
    expect(records(two).length).toBe(records(one).length + 1);
  });

  it("routes as the first does, with the same certificate and the same name", () => {
    const [first, second] = ["azure-global-lb", "azure-global-lb-lb2"].map((id) => two.workspaces[id]);
    const routing = (workspace: typeof first) => releasesOf(workspace)["traefik"]?.["providers"].file.content;
    expect(routing(second)).toEqual(routing(first));
    expect(second?.output?.["url"]?.["value"]).toEqual(
      String(Object(first?.output?.["url"]).value).replace("lb-host", "lb2-host"),
    );
  });

  it("is changed after the first, so that what breaks that one never reaches it", () => {
    expect(two.dependencies["azure-global-lb-lb2"]).toContain("azure-global-lb");
  });

  it("needs a name that leads to both", () => {
    const add = (input: EnvironmentInput): void => {
      Object.assign(input.regions["us"]?.clusters ?? {}, {
        lb2: { kind: "existing", role: "edge", address: "192.168.56.14", host: "api.lb2" },
      });
    };
    expect(() => environment("local", add)).toThrow(
      '2 clusters have role "edge" (lb2, lb); expected exactly one for the balancer, or dns { "kind": "cloudflare" }, which leads users to all of them',
    );
  });
});
