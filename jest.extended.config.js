/** `npm run test:extended`: what takes too long for every change. Run by hand; figures are in docs/api.md. */
const path = require("node:path");
const api = require("./app/jest.config.js");

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    {
      ...api,
      displayName: "api",
      rootDir: path.join(__dirname, "app"),
      testMatch: ["<rootDir>/test/extended/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/"],
    },
    {
      displayName: "delivery",
      testEnvironment: "node",
      testMatch: ["<rootDir>/__tests__/lab/extended/*.test.ts"],
      transform: {
        "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }],
      },
    },
  ],
  testTimeout: 3_600_000,
  maxWorkers: 1,
};
