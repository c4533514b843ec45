/** Before the first test: the program as it ships, bundled once. */
const path = require("node:path");

module.exports = async () => {
  const { register } = require("tsx/cjs/api");
  const unregister = register();
  try {
    const { bundle } = require("../../build/bundle.ts");
    await bundle(path.join(__dirname, "../../dist/test/api.cjs"), "test");
  } finally {
    unregister();
  }
};
