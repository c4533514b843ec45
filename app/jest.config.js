/** Run from the repository's root, as one of its projects. */
/** @type {import("jest").Config} */
module.exports = {
  displayName: "api",
  testEnvironment: "node",
  testMatch: ["<rootDir>/{test,movies/test}/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/extended/"],
  setupFiles: ["<rootDir>/../__tests__/support/seed.ts"],
  globalSetup: "<rootDir>/test/support/bundle.js",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
};
