/** `npm run test:extended`: what takes too long for every change. Run by hand; figures are in docs/api.md. */
const path = require("node:path");
const api = require("./app/jest.config.js");

/** @type {import("jest").Config} */
module.exports = {
  ...api,
  displayName: "extended",
  rootDir: path.join(__dirname, "app"),
  testMatch: ["<rootDir>/test/extended/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 3_600_000,
  maxWorkers: 1,
};
