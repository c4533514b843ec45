import { z } from "zod";
import nodes from "../../vagrant/nodes.json";

const node = z.strictObject({
  name: z.string().regex(/^vm-[a-z][a-z0-9-]*$/),
  cluster: z.string().regex(/^[a-z][a-z0-9-]*$/),
  region: z.string().regex(/^[a-z][a-z0-9-]*$/),
  role: z.enum(["api", "edge"]),
  // What VirtualBox admits on a host-only network without further settings.
  address: z.ipv4().regex(/^192\.168\.(5[6-9]|6[0-3])\./),
  host: z.string().regex(/^[a-z0-9.-]+$/),
  memory: z.int().min(2048), // MiB; K3s wants two GiB
  cpus: z.int().min(1),
});

describe("nodes.json", () => {
  it("lists nodes as the Vagrantfile and the environment read them", () => {
    expect(z.array(node).safeParse(nodes).error).toBeUndefined();
  });

  it.each(["name", "cluster", "address", "host"] as const)("gives every node a %s of its own", (field) => {
    expect(new Set(nodes.map((entry) => entry[field])).size).toBe(nodes.length);
  });

  it("has one edge node, in a region that also serves the API", () => {
    const edges = nodes.filter(({ role }) => role === "edge");
    expect(edges).toHaveLength(1);
    expect(nodes.filter(({ role }) => role === "api").map(({ region }) => region)).toContain(
      edges[0]?.region,
    );
  });
});
