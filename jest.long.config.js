/**
 * `npm run test:long`: what would take `npm test` beyond 150 seconds on two cores. These suites start the project's own
 * commands or Terraform many times, put load on the API, or wait for its timeouts. CI runs them.
 */
const { testTimeout, ...all } = require("./jest.config.js");
const [platform] = all.projects;
const api = require("./app/jest.config.js");

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    { ...platform, testMatch: ["<rootDir>/__tests__/**/*.long.ts"] },
    {
      ...api,
      rootDir: "app",
      testMatch: ["<rootDir>/**/*.long.ts", "<rootDir>/{test,movies/test}/waiting/*.test.ts"],
    },
  ],
  maxWorkers: "100%",
  testTimeout,
};
