import { kinds, Life } from "./fixtures/life";

jest.setTimeout(240_000); // Terraform runs many times, maybe on a busy machine

const life = new Life();
beforeAll(() => life.begin());
afterAll(() => life.end());

process.env["TF_VAR_token"] = "canary-token-4711";

const BOTH = { eu: { zone: "1" }, us: { zone: "1" } };

describe("a life", () => {
  it("the first commit applies everything, producers first", async () => {
    life.commit({ regions: BOTH });
    const plans = await life.plan({ all: true });
    expect(plans.reviewed.failed).toEqual({});
    expect(kinds(plans)).toEqual({
      "network-eu": "plan",
      "network-us": "plan",
      "node-eu": "preview",
      "node-us": "preview",
      lb: "preview",
    });
    const run = await life.apply(plans.out);
    expect(run.results.map(({ workspace, outcome, detail }) => [workspace, outcome, detail])).toEqual([]);
  });
});
