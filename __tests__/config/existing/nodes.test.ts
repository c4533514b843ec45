import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { regionsOfNodes } from "../../../config/clouds/existing/nodes";
import nodes from "../../fixtures/nodes.json";
import { problemsOf } from "../../support/problems";

let file: string;
beforeAll(() => {
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "meridian-nodes-")), "nodes.json");
});
afterAll(() => fs.rmSync(path.dirname(file), { recursive: true }));

const problemsWith = (text: string): readonly string[] => {
  fs.writeFileSync(file, text);
  return problemsOf(() => regionsOfNodes(file));
};

const [first, second, ...others] = nodes;

const LIST = 'expected a list of nodes, such as [{"name":"vm-eu","cluster":"eu","region":"eu","role":"api"}]';

it.each<[string, unknown, readonly string[]]>([
  ["an object", {}, [LIST]],
  ["no value", null, [LIST]],
  ["a text", "vm-eu", [LIST]],
  ["no nodes", [], [LIST.replace("nodes,", "nodes with one at least,")]],
  [
    "a number among them",
    [1],
    ["[0]: expected an object with the keys name, cluster, region, role, address, host, memory, cpus"],
  ],
  [
    "a node without region",
    [{ ...first, region: undefined }, second, ...others],
    [
      '[0].region: expected a region\'s name: at most 12 lower-case letters, digits and dashes, beginning with a letter, such as "eu"',
    ],
  ],
  [
    "an unknown key",
    [{ ...first, zone: 1 }],
    ['[0]: unknown key "zone"; the keys here are name, cluster, region, role, address, host, memory, cpus'],
  ],
  [
    "the same cluster twice",
    [first, { ...second, cluster: first?.cluster }, ...others],
    [`[1].cluster: [0] has "${first?.cluster}" too; expected one of its own`],
  ],
  [
    "the same address twice",
    [first, { ...second, address: first?.address }, ...others],
    [`[1].address: [0] has "${first?.address}" too; expected one of its own`],
  ],
])("a file with %s is answered with what is wrong in it", (_, content, problems) => {
  expect(problemsWith(JSON.stringify(content))).toEqual(problems);
});

it("a file that is no JSON, and one that is not there", () => {
  expect(problemsWith("[")).toEqual([
    expect.stringMatching(/^cannot be read: .*; expected a list of nodes in JSON$/),
  ]);
  fs.rmSync(file);
  expect(problemsOf(() => regionsOfNodes(file))).toEqual([expect.stringMatching(/^cannot be read: ENOENT/)]);
});

it("a region may have any name", () => {
  expect(problemsWith(JSON.stringify([{ ...first, region: "constructor" }]))).toEqual([]);
  expect(Object.keys(regionsOfNodes(file))).toEqual(["constructor"]);
});
