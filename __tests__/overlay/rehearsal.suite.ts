import { loadEnvironments } from "../../config/load";
import { expectSound } from "../rehearsal/fixtures/report";

it.each(loadEnvironments())(
  "$name goes up, stays as it is, and goes down",
  async ({ name }) => {
    await expectSound([name]);
  },
  120_000,
);
