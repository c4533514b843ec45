/** Tests that run beside the lab's clusters: `npm run test:lab` starts those, then this. */
/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/lab/**/*.test.ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  testTimeout: 180_000,
  testSequencer: "<rootDir>/__tests__/lab/support/sequencer.cjs",
  setupFilesAfterEnv: ["<rootDir>/__tests__/lab/support/setup.ts"],
  forceExit: true, // a connection that a failed test left open must not keep the clusters up
};
