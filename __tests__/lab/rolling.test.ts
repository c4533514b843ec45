import { labNode } from "../../lab/lab";
import { sleep } from "../../lab/run";
import { failures, startLoad, summary } from "../../lab/traffic/load";
import { configureBalancer, localValues, restoreBalancer } from "./support/balancer";
import { allRegionsUp, balancer, region } from "./support/platform";

beforeAll(allRegionsUp);

test("a rolling restart of the API under load loses no request", async () => {
  const eu = labNode("eu");
  const loads = [startLoad(balancer, { users: 6 }), startLoad(region("eu"), { users: 6 })];
  await sleep(1000);
  await eu.kubectl(["-n", "api", "rollout", "restart", "deployment/api"]);
  await eu.kubectl(["-n", "api", "rollout", "status", "deployment/api", "--timeout=90s"]);
  await sleep(8000); // the old pod drains for five seconds
  for (const load of loads) {
    const samples = await load.stop();
    console.log(`rolling restart: ${summary(samples)}`);
    expect(samples.length).toBeGreaterThan(500);
    expect(failures(samples)).toEqual([]);
  }
});

test("the load balancer reloads its configuration under load without loss, ten users, three times", async () => {
  const load = startLoad(balancer, { users: 10 });
  for (const weight of [2, 3, 4]) {
    const values = localValues();
    const { weighted } = values.providers.file.content.http.services["round-robin:all"] as {
      weighted: { services: { weight: number }[] };
    };
    (weighted.services[0] as { weight: number }).weight = weight;
    await configureBalancer(values);
    await sleep(500);
  }
  await restoreBalancer();
  const samples = await load.stop();
  console.log(`three reloads: ${summary(samples)}`);
  expect(failures(samples)).toEqual([]);
});
