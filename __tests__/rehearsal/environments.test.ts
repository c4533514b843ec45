import { expectSound } from "./fixtures/report";

it("the environment local goes up, stays as it is, goes down, and nothing is found", async () => {
  await expectSound(["local"]);
}, 120_000);
