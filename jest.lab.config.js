/** `npm run test:lab`: tests of the running clusters, and beside them tests that need an API server only. */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: "node",
  testMatch: [`<rootDir>/__tests__/lab/${testMatch}`],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  ...more,
});

/** @type {import("jest").Config} */
module.exports = {
  projects: [
    project("clusters", "*.test.ts", {
      setupFilesAfterEnv: ["<rootDir>/__tests__/lab/support/setup.ts"],
    }),
    project("delivery", "delivery/*.test.ts"),
  ],
  testTimeout: 180_000,
  testSequencer: "<rootDir>/__tests__/lab/support/sequencer.cjs",
  forceExit: true, // a connection that a failed test left open must not keep the clusters up
};
