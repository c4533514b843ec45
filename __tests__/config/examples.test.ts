import fs from "node:fs";
import path from "node:path";
import { placeholdersIn } from "../../config/documentation";
import { environments } from "../../config/environments";
import { merge } from "../../config/merge";
import { readOverlay } from "../../config/overlays";
import { parseEnvironment } from "../../config/parse";
import { plain } from "../../config/plain";

const folder = path.join(__dirname, "../../config/environments");
const SUFFIX = ".overlay.example.ts";

const examples = fs.readdirSync(folder).filter((file) => file.endsWith(SUFFIX));

/** `local.movies` is an example for `local`, of something else than its values. */
const environmentOf = (file: string) =>
  path.basename(file, SUFFIX).split(".")[0] as keyof typeof environments;

it.each(examples)("%s fits its environment, and shows every value that must be replaced", (file) => {
  const name = environmentOf(file);
  const shipped = plain(environments[name]).value;
  const example = readOverlay(path.join(folder, file), shipped);
  const { value, problems } = merge(shipped, example);
  expect(problems).toEqual([]);
  const wanted = placeholdersIn(parseEnvironment(environments[name], name));
  // What is typed again is still what must be replaced, and nothing of it is left out of the example.
  expect(placeholdersIn(parseEnvironment(value, name, environments[name]))).toEqual(wanted);
  expect(texts(example)).toEqual(expect.arrayContaining(wanted.map((placeholder) => placeholder.value)));
});

const texts = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [value];

it("every environment that has documentation values has an example of how to replace them", () => {
  const needy = Object.entries(environments).filter(
    ([name, file]) => placeholdersIn(parseEnvironment(file, name)).length > 0,
  );
  const replacing = examples.filter((file) => file === `${environmentOf(file)}${SUFFIX}`);
  expect(needy.map(([name]) => `${name}${SUFFIX}`).sort()).toEqual(replacing.sort());
});

it("the quick start's environment has none, so that it plans", () => {
  expect(placeholdersIn(parseEnvironment(environments.local, "local"))).toEqual([]);
});
