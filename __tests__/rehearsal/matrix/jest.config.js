/** What is too long for `npm test`: every environment in both formats, with both kinds of schemas, and the cdktf CLI. */
const [platform] = require("../../../jest.config.js").projects;

/** @type {import("jest").Config} */
module.exports = {
  ...platform,
  rootDir: "../../..",
  displayName: "rehearsal",
  maxWorkers: 2, // each rehearsal has stretches that keep one core busy: a second one fills the other
  testMatch: ["<rootDir>/__tests__/rehearsal/matrix/*.matrix.ts"],
};
