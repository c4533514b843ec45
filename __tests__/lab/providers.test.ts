/** The platform by the real kubernetes and helm providers, where a mirror has them: `MERIDIAN_PROVIDERS`. */
import fs from "node:fs";
import path from "node:path";
import { kubeconfigDir, labDir, labNode } from "../../lab/lab";
import { mirrored } from "../../lab/terraform/mirrored";
import { Workspaces } from "../../lab/terraform/workspaces";
import { regionOf } from "../../lab/traffic/client";
import { allRegionsUp, balancer, region, workspaces } from "./support/platform";

const mirror = process.env["MERIDIAN_PROVIDERS"];
if (!mirror) {
  console.log("the real providers are left out: MERIDIAN_PROVIDERS names no filesystem mirror of them");
}

/** In the order of deployment; the authority is the one that is there, which clients of these tests trust. */
const IDS = ["local-api-deploy-eu", "local-api-deploy-us", "local-global-lb"];
const AUTHORITY = "state/local-pki.tfstate";

/** What a user could find of a workspace's release, as the cluster has it. */
const left = (cluster: string, namespace: string) =>
  labNode(cluster).kubectl(["get", "namespace", namespace, "--ignore-not-found", "-o", "name"]);

(mirror ? describe : describe.skip)("the real providers", () => {
  const folder = path.join(labDir, "real");
  let real: Workspaces;

  beforeAll(async () => {
    await allRegionsUp();
    for (const id of [...IDS].reverse()) await workspaces.destroy(id);
    real = new Workspaces(folder, kubeconfigDir, mirrored(mirror as string));
    await real.synthesize("local");
    fs.mkdirSync(path.join(folder, "state"), { recursive: true, mode: 0o700 });
    fs.copyFileSync(path.join(labDir, "terraform", AUTHORITY), path.join(folder, AUTHORITY));
  }, 300_000);

  afterAll(async () => {
    for (const id of [...IDS].reverse()) await real.destroy(id);
    for (const id of IDS) await workspaces.apply(id);
    await allRegionsUp();
  }, 300_000);

  test.each(IDS)(
    "apply %s, and have nothing to change after",
    async (id) => {
      const { summary } = await real.apply(id);
      expect(summary.add).toBeGreaterThan(0);
      await expect(real.plan(id)).resolves.toMatchObject({ summary: { add: 0, change: 0, remove: 0 } });
    },
    300_000,
  );

  test("serve users: each region, and both behind the balancer", async () => {
    await allRegionsUp();
    for (const name of ["eu", "us"]) await expect(regionOf(region(name))).resolves.toBe(name);
    expect(["eu", "us"]).toContain(await regionOf(balancer));
  });

  test("change a release in place when its configuration changes", async () => {
    const { file, text } = real.configuration("local-api-deploy-us");
    const changed = text.replaceAll(
      "name: API_NAME\\n                value: us",
      "name: API_NAME\\n                value: us-2",
    );
    expect(changed).not.toBe(text);
    fs.writeFileSync(file, changed);
    await expect(real.apply("local-api-deploy-us")).resolves.toMatchObject({
      summary: { add: 0, change: 1, remove: 0 },
    });
    fs.writeFileSync(file, text);
    await real.apply("local-api-deploy-us");
  }, 300_000);

  test("destroy what they made, to the last object", async () => {
    await real.destroy("local-global-lb");
    await expect(left("lb", "traefik")).resolves.toBe("");
    await real.destroy("local-api-deploy-us");
    await expect(left("us", "api")).resolves.toBe("");
  }, 300_000);
});
