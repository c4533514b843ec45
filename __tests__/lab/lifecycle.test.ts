import fs from "node:fs";
import { labNode } from "../../lab/lab";
import { regionOf } from "../../lab/traffic/client";
import { failures, summary as inWords, startLoad } from "../../lab/traffic/load";
import { allRegionsUp, balancer, region, workspaces } from "./support/platform";

const us = labNode("us");
const id = "local-api-deploy-us";
const original = workspaces.configuration(id);

/** Edits the synthesized workspace as a change of the configuration would. */
function edit(change: (text: string) => string): void {
  const text = change(original.text);
  expect(text).not.toBe(original.text);
  fs.writeFileSync(original.file, text);
}

const revision = () =>
  us.kubectl(["-n", "api", "get", "pods", "-o", "jsonpath={.items[*].spec.containers[0].env[0].value}"]);

beforeAll(allRegionsUp);

afterAll(async () => {
  fs.writeFileSync(original.file, original.text);
  await workspaces.apply(id);
  await allRegionsUp();
});

describe("a release of the API in us", () => {
  test("is upgraded to a changed version without losing a request", async () => {
    const load = startLoad(region("us"), { users: 4 });
    edit((text) =>
      text.replaceAll(
        "name: API_NAME\\n                value: us",
        "name: API_NAME\\n                value: us-2",
      ),
    );
    await expect(workspaces.apply(id)).resolves.toMatchObject({ summary: { change: 1 } });
    await expect(revision()).resolves.toContain("us-2");
    const samples = await load.stop();
    console.log(`upgrade: ${inWords(samples)}`);
    expect(samples.length).toBeGreaterThan(100);
    expect(failures(samples)).toEqual([]);
  });

  test("rolls back by itself when its pods never get ready, and users notice nothing", async () => {
    const load = startLoad(region("us"), { users: 2 });
    edit((text) =>
      text
        .replaceAll("meridian-platform/api:0.1.0", "meridian-platform/api:9.9.9")
        .replace('"timeout": 300', '"timeout": 12'),
    );
    await expect(workspaces.apply(id)).rejects.toThrow(/rolled back due to atomic/);
    await expect(revision()).resolves.toContain("us-2");
    expect(failures(await load.stop())).toEqual([]);
  });

  test("goes back to its first version by Terraform", async () => {
    fs.writeFileSync(original.file, original.text);
    await workspaces.apply(id);
    await expect(workspaces.plan(id)).resolves.toMatchObject({ summary: { add: 0, change: 0, remove: 0 } });
    await expect(regionOf(region("us"))).resolves.toBe("us");
  });

  test("is destroyed with nothing left, and the balancer goes on with eu", async () => {
    await workspaces.destroy(id);
    const left = await us.kubectl(["get", "namespace,pv,clusterrole,clusterrolebinding", "-o", "name"]);
    expect(
      left.split("\n").filter((name) => /^namespace\/api$|^persistentvolume\/|role.*\/api$/.test(name)),
    ).toEqual([]);
    await expect(
      us.kubectl(["-n", "api", "get", "all,secret,pvc,ingressroutetcp", "-o", "name"]),
    ).resolves.toBe("");
    await new Promise((resolve) => setTimeout(resolve, 8000));
    for (let i = 0; i < 6; i++) await expect(regionOf(balancer)).resolves.toBe("eu");
  });

  test("is installed again", async () => {
    await workspaces.apply(id);
    await allRegionsUp();
    await expect(regionOf(region("us"))).resolves.toBe("us");
  });
});
