/** `npm run test:charts`: the official charts by the real Helm, before a real API server. `MERIDIAN_CHARTS` names them. */
const [platform] = require("./jest.config.js").projects;

/** @type {import("jest").Config} */
module.exports = {
  ...platform,
  displayName: "charts",
  testMatch: ["<rootDir>/__tests__/charts/*.charts.ts"],
  testTimeout: 120_000,
};
