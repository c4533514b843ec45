import * as fs from "node:fs";
import * as path from "node:path";
import { environments } from "../../config/environments";
import { merge } from "../../config/merge";
import { parseEnvironment } from "../../config/parse";
import { placeholdersIn } from "../../config/placeholders";

const folder = path.join(__dirname, "../../config/environments");
const SUFFIX = ".overlay.example.ts";

const examples = fs.readdirSync(folder).filter((file) => file.endsWith(SUFFIX));

it.each(examples)("%s fits its environment, and shows every value that must be replaced", (file) => {
  const name = path.basename(file, SUFFIX) as keyof typeof environments;
  const example = require(path.join(folder, file)).default;
  const shipped = parseEnvironment(environments[name], name);
  const { value, problems } = merge(environments[name], example);
  expect(problems).toEqual([]);
  expect(() => parseEnvironment(value, name)).not.toThrow();
  const shown = placeholdersIn(example).map((placeholder) => placeholder.path);
  expect(shown).toEqual(
    expect.arrayContaining(placeholdersIn(shipped).map((placeholder) => placeholder.path)),
  );
});
