import { execFileSync } from "node:child_process";
import { labNode } from "../../lab/lab";
import { eventually } from "../../lab/run";
import { get } from "../../lab/traffic/client";
import { failures, summary as inWords, startLoad } from "../../lab/traffic/load";
import {
  allRegionsUp,
  balancer,
  fingerprintOf,
  presentedBy,
  region,
  serves,
  workspaces,
} from "./support/platform";

/** Issues the certificate of a cluster anew, as Terraform does once its renewal is due. */
async function renew(cluster: string): Promise<string> {
  const leaf = Object.keys(
    (
      JSON.parse(workspaces.configuration("local-pki").text) as {
        resource: { tls_locally_signed_cert: object };
      }
    ).resource.tls_locally_signed_cert,
  ).find((name) => name.startsWith(`${cluster}_`));
  const { summary } = await workspaces.apply("local-pki", `-replace=tls_locally_signed_cert.${leaf}`);
  expect(summary).toMatchObject({ add: 1, change: 0, remove: 1 });
  return workspaces.outputs("local-pki")[`${cluster}-certificate`] as string;
}

beforeAll(allRegionsUp);

test("a region's renewed certificate reaches users through Secret, sync and PVC, without a failed request or a new pod", async () => {
  const eu = labNode("eu");
  const pods = () => eu.kubectl(["-n", "api", "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}"]);
  const before = await pods();
  const loads = [startLoad(balancer, { users: 4 }), startLoad(region("eu"), { users: 4 })];
  const certificate = await renew("eu");
  await workspaces.apply("local-api-deploy-eu");
  const took = await serves("eu", certificate);
  await expect(get(region("eu"), "/health")).resolves.toMatchObject({
    fingerprint: fingerprintOf(certificate),
  });
  await new Promise((resolve) => setTimeout(resolve, 6000)); // a health check over a new connection passes by
  for (const load of loads) {
    const samples = await load.stop();
    console.log(`renewal in eu, served ${(took / 1000).toFixed(1)} s after the Secret: ${inWords(samples)}`);
    expect(samples.length).toBeGreaterThan(200);
    expect(failures(samples)).toEqual([]);
  }
  expect(await pods()).toBe(before);
});

test("the load balancer's renewed certificate reaches users without a failed request or a new pod", async () => {
  const lb = labNode("lb");
  const pods = () => lb.kubectl(["-n", "traefik", "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}"]);
  const before = await pods();
  const load = startLoad(balancer, { users: 4 });
  const certificate = await renew("lb");
  await workspaces.apply("local-global-lb");
  await eventually("the balancer presents the new certificate", async () =>
    (await presentedBy(balancer.address, balancer.host)) === fingerprintOf(certificate) ? true : undefined,
  );
  const samples = await load.stop();
  console.log(`renewal of the balancer's: ${inWords(samples)}`);
  expect(samples.length).toBeGreaterThan(50);
  expect(failures(samples)).toEqual([]);
  expect(await pods()).toBe(before);
});

test("the PVC holds the pair that is served, for the API's user alone", () => {
  const folder = `${labNode("eu").dir}/opt/local-path-provisioner`;
  const listed = execFileSync("find", ["-L", folder, "-path", "*/current/tls.*", "-printf", "%f %m %U\n"], {
    encoding: "utf8",
  });
  expect(listed.trim().split("\n").sort()).toEqual(expect.arrayContaining(["tls.key 600 65532"]));
  const file = execFileSync("find", ["-L", folder, "-path", "*/current/tls.crt"], {
    encoding: "utf8",
  }).trim();
  const certificate = execFileSync("cat", [file], { encoding: "utf8" });
  expect(fingerprintOf(certificate)).toBe(
    fingerprintOf(workspaces.outputs("local-pki")["eu-certificate"] as string),
  );
});
