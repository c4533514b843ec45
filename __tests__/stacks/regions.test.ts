import { environment, synthesizeToMemory } from "../support/synth";

describe("a third region for local", () => {
  const before = synthesizeToMemory([environment("local")]);
  const after = synthesizeToMemory([
    environment("local", ({ regions }) => {
      regions["ap"] = {
        clusters: { ap: { kind: "existing", role: "api", address: "192.168.56.13", host: "api.ap" } },
      };
    }),
  ]);
  const ids = Object.keys(before.workspaces);

  it("brings the workspaces of its cluster and no others", () => {
    const added = Object.keys(after.workspaces).filter((id) => !ids.includes(id));
    expect(added).toEqual(ids.filter((id) => id.endsWith("-us")).map((id) => id.replace(/-us$/, "-ap")));
    expect(ids.filter((id) => !(id in after.workspaces))).toEqual([]);
  });

  it("changes only those that must know of every region: the CA and the balancer", () => {
    const changed = ids.filter(
      (id) => JSON.stringify(before.workspaces[id]) !== JSON.stringify(after.workspaces[id]),
    );
    expect(changed).toEqual(
      ids.filter((id) => ["local-pki", "local-global-lb", "local-monitoring-lb"].includes(id)),
    );
  });
});
