import { exampleOf } from "../../rehearsal/type-constraint";

it.each<[string, unknown]>([
  ["string", "x"],
  ["any", "x"],
  ["", "x"],
  ["number", 1],
  ["bool", false],
  ["list(string)", ["x"]],
  ["set(number)", [1]],
  ["map(string)", {}],
  ["tuple([string, number])", ["x", 1]],
  ["object({})", {}],
  ["object({ name = string, sizes = list(number) })", { name: "x", sizes: [1] }],
  ['object({\n  name = string\n  note = optional(string, "a, b")\n})', { name: "x" }],
  ["list(object({ inner = object({ flag = bool }) }))", [{ inner: { flag: false } }]],
])("a variable of type %s may be %j", (type, example) => {
  expect(exampleOf(type, "x")).toEqual(example);
});
