import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { terraformYamlDocuments } from "../../../constructs/kubernetes/yaml";
import { yamlText } from "../../../constructs/kubernetes/yaml-text";
import { program } from "../../../lab/programs";
import { CORPUS, NASTY_CHARACTERS, stringsOf } from "../../support/yaml-readers";

/** More than `npm test` has time for. */
const STRINGS = [...stringsOf([...NASTY_CHARACTERS, ..."%$,/()]f7\r\u007f\u2029é"]), ...CORPUS];

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-helm-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** What Helm makes of a chart with a file of values. */
function render(chart: string, values: string): string {
  const file = path.join(folder, "values.yaml");
  fs.writeFileSync(file, values);
  return execFileSync(program("helm"), ["template", "name", chart, "--values", file], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
}

/** A chart of one template. */
function chartWith(template: string): string {
  const chart = fs.mkdtempSync(path.join(folder, "chart-"));
  fs.mkdirSync(path.join(chart, "templates"));
  fs.writeFileSync(path.join(chart, "Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
  fs.writeFileSync(path.join(chart, "templates/values.yaml"), template);
  return chart;
}

it("Helm reads every short string as what it is, as a value and as a key", () => {
  const all = { values: STRINGS, keys: Object.fromEntries(STRINGS.map((text) => [text, text])) };
  const rendered = render(chartWith("json: {{ .Values | toJson | b64enc }}"), yamlText(all));
  const { json } = parse(rendered) as { json: string };
  const { values, keys } = JSON.parse(Buffer.from(json, "base64").toString()) as typeof all;
  expect(STRINGS.filter((text, index) => values[index] !== text)).toEqual([]);
  expect(STRINGS.filter((text) => keys[text] !== text)).toEqual([]);
});

it("the chart that prints its values prints every text as what it is, the last of an object too", () => {
  const objects = CORPUS.map((text, index) => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `map-${index}` },
    data: { [`key-${index}`]: text, last: text },
  }));
  const values = terraformYamlDocuments("manifests", objects).replace(/([$%])\1\{/g, "$1{"); // as Terraform reads it
  const rendered = render(path.join(__dirname, "../../../constructs/kubernetes/chart"), values);
  for (const version of ["1.1", "1.2"] as const) {
    const read = parseAllDocuments(rendered, { version }).map((document) => document.toJS());
    expect(read).toEqual(expect.arrayContaining(objects));
    expect(read).toHaveLength(objects.length);
  }
});
