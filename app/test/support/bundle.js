/** Before the first test: the programs as they ship, bundled once. */
const path = require("node:path");

module.exports = async () => {
  const { register } = require("tsx/cjs/api");
  const unregister = register();
  try {
    const { bundle } = require("../../build/bundle.ts");
    const { PROGRAMS } = require("../../build/programs.ts");
    for (const program of Object.values(PROGRAMS)) {
      await bundle(path.join(__dirname, `../../dist/test/${program.name}.cjs`), "test", program);
    }
  } finally {
    unregister();
  }
};
