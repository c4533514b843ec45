/** What a team runs after a change of its overlays: the tests that read them, on what the pipeline will read. */
const [platform] = require("../../jest.config.js").projects;

process.env.MERIDIAN_OVERLAYS = "committed";

/** @type {import("jest").Config} */
module.exports = {
  ...platform,
  rootDir: "../..",
  displayName: "overlay",
  testMatch: ["<rootDir>/__tests__/overlay/*.suite.ts", "<rootDir>/__tests__/stacks/contract.test.ts"],
};
