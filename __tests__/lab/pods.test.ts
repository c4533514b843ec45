import fs from "node:fs";
import path from "node:path";
import { labNode } from "../../lab/lab";
import type { Node } from "../../lab/node/node";
import { eventually } from "../../lab/run";
import { workspaces } from "./support/platform";

interface Status {
  readonly uids: readonly string[];
  readonly groups: string;
  readonly capabilities: string;
  readonly noNewPrivileges: string;
  readonly seccomp: string;
  readonly root: string;
}

/** What the kernel says about a running process: the last word on what Kubernetes was asked for. */
function statusOf(pid: number): Status {
  const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
  const field = (name: string) => status.match(new RegExp(`^${name}:\\s*(.*)$`, "m"))?.[1] ?? "";
  const root =
    fs
      .readFileSync(`/proc/${pid}/mounts`, "utf8")
      .split("\n")
      .find((line) => line.split(" ")[1] === "/") ?? "";
  return {
    uids: field("Uid").split("\t"),
    groups: field("Gid").split("\t")[0] ?? "",
    capabilities: ["CapEff", "CapPrm", "CapInh", "CapBnd"].map(field).join(" "),
    noNewPrivileges: field("NoNewPrivs"),
    seccomp: field("Seccomp"),
    root: root.split(" ")[3]?.split(",")[0] ?? "",
  };
}

/** Processes of a program in the cluster's pods; a node's own programs are in no pod. */
const inPods = (node: Node, command: string): number[] =>
  node
    .processes("pods")
    .filter((process) => process.command === command)
    .map(({ pid }) => pid);

const restricted = {
  uids: ["65532", "65532", "65532", "65532"],
  groups: "65532",
  capabilities: Array(4).fill("0000000000000000").join(" "),
  noNewPrivileges: "1",
  seccomp: "2",
  root: "ro",
};

describe("pods really run restricted", () => {
  test.each(["eu", "us"])("the API and its certificate's keeper in %s", (cluster) => {
    const pids = inPods(labNode(cluster), "node");
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(statusOf(pid)).toEqual(restricted);
  });

  test("the load balancer", () => {
    const pids = inPods(labNode("lb"), "traefik");
    expect(pids).toHaveLength(1);
    for (const pid of pids) expect(statusOf(pid)).toEqual(restricted);
  });

  test("no token of the API server lies in the API's pod", () => {
    for (const pid of inPods(labNode("eu"), "node")) {
      expect(fs.existsSync(path.join(`/proc/${pid}/root`, "var/run/secrets/kubernetes.io"))).toBe(false);
    }
  });

  test("the namespace refuses a pod that asks for more", async () => {
    const attempt = labNode("eu").kubectl([
      "-n",
      "api",
      "run",
      "root",
      "--image=docker.io/library/busybox:latest",
    ]);
    await expect(attempt).rejects.toThrow(/violates PodSecurity "restricted/);
  });
});

describe("Kubernetes has accepted", () => {
  const read = async (what: string): Promise<{ items: Record<string, never>[] }> =>
    JSON.parse(await labNode("eu").kubectl(["-n", "api", "get", what, "-o", "json"]));

  test("probes, and they pass over HTTPS", async () => {
    const { items } = await read("pods");
    for (const { spec, status } of items as unknown as {
      spec: { containers: Record<string, { httpGet: { scheme: string } }>[] };
      status: { containerStatuses: { ready: boolean; restartCount: number }[] };
    }[]) {
      for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
        expect(spec.containers[0]?.[probe]?.httpGet.scheme).toBe("HTTPS");
      }
      expect(status.containerStatuses).toEqual([expect.objectContaining({ ready: true, restartCount: 0 })]);
    }
  });

  test("the autoscaler, which finds its deployment", async () => {
    // Its controller looks every fifteen seconds.
    const status = await eventually("the autoscaler has looked at its deployment", async () => {
      const { items } = await read("hpa");
      const [{ status }] = items as unknown as [
        { status: { currentReplicas?: number; conditions: { type: string; status: string }[] } },
      ];
      return status.currentReplicas === undefined ? undefined : status;
    });
    expect(status.currentReplicas).toBe(1);
    expect(status.conditions).toContainEqual(
      expect.objectContaining({ type: "AbleToScale", status: "True" }),
    );
  });

  test("the claim that holds the certificate, bound to the node's storage", async () => {
    const { items } = await read("pvc");
    expect(items).toEqual([expect.objectContaining({ status: expect.objectContaining({ phase: "Bound" }) })]);
  });

  test.each(["local-pki", "local-api-deploy-eu", "local-api-deploy-us", "local-global-lb"])(
    "%s as it is: a second plan is empty",
    async (id) => {
      const { summary } = await workspaces.plan(id);
      expect(summary).toMatchObject({ add: 0, change: 0, remove: 0 });
    },
  );
});
