/** Tests are transformed by swc, which does not check types: `npm run check` does. */
const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
const platform = {
  displayName: "platform",
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/lab/"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out"],
  setupFiles: ["<rootDir>/__tests__/support/seed.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
};

// Tests read the values that are shipped, all of them: what a team lays over them is for `npm run test:overlay`.
process.env.MERIDIAN_OVERLAYS = "none";
process.env.ENVIRONMENT = "";

/** A package of its own, with its own settings. Its suites that wait for timeouts are for `npm run test:long`. */
const api = require("./app/jest.config.js");
const app = {
  ...api,
  rootDir: "app",
  testPathIgnorePatterns: [...api.testPathIgnorePatterns, "/waiting/"],
};

module.exports = {
  projects: [platform, app],
  // Suites of the API and of commands wait more than they work. Jest takes no share above 100 %: it would be that many workers.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  testTimeout: 30_000, // a machine that does other things as well is no reason to fail
};
