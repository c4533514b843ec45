import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";

/** Reads a YAML text that is one mapping. */
export type YamlReader = (text: string) => Readonly<Record<string, unknown>>;

/** `kubectl` reads as the API server, Helm and Flux do: by the Go library behind `sigs.k8s.io/yaml`. */
const kubernetes: YamlReader = (text) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-yaml-"));
  try {
    const file = path.join(folder, "object.yaml");
    const head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: texts\n";
    fs.writeFileSync(file, `${head}data:\n${text.replace(/^(?=.)/gm, "  ")}`);
    const json = execFileSync("kubectl", ["annotate", "--local", "-f", file, "read=yes", "-o", "json"], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
    return JSON.parse(json).data;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
};

/** Readers of both versions that are in use. */
export const YAML_READERS: Readonly<Record<string, YamlReader>> = {
  "YAML 1.2": (text) => parse(text, { uniqueKeys: false }),
  "YAML 1.1": (text) => parse(text, { version: "1.1", uniqueKeys: false }),
  Kubernetes: kubernetes,
};

/** Characters that mean something in YAML, and some that are part of what YAML 1.1 takes for numbers and truths. */
export const NASTY_CHARACTERS = [..."yNoe01x_.:-+=<&*?|'\"#{ \t\n", ..."\u0000\u0085\u2028\ufeff\u0301😀"];

/** All strings of up to three of some characters. */
export const stringsOf = (characters: readonly string[]): readonly string[] => {
  const longer = (shorter: readonly string[]) =>
    shorter.flatMap((text) => characters.map((character) => text + character));
  const two = longer(characters);
  return ["", ...characters, ...two, ...longer(two)];
};

/** Texts that YAML has been known to change: https://yaml.org/type/, https://hitchdev.com/strictyaml/why/implicit-typing-removed/ */
export const CORPUS: readonly string[] = [
  ..."yes Yes YES no No NO on On ON off Off OFF y Y n N true True TRUE false False null Null NULL ~".split(
    " ",
  ),
  ..."1_000 0b101 -0B1 0o17 0O17 017 0x1F 0X1f 1e3 1.5E+3 .5 5. -.inf .NaN +1 -0 1:20 12:30:45.5 190:20:30".split(
    " ",
  ),
  ..."2024-01-01 2024-1-1T1:2:3Z 2001-12-14t21:59:43.10-05:00 << = - -- --- ... ? : # ! & * | > % @ `".split(
    " ",
  ),
  "2024-01-01 10:00:00 +1",
  "key: value",
  "value # no comment",
  "first\nsecond",
  "first\r\nsecond\r\n",
  "\n\n first\n\tsecond\n",
  "\n\tfirst\n",
  "  first\nsecond",
  "first\n---\nsecond\n",
  "first\n...\n",
  "last\n\n\n",
  " \n \n",
  "trailing \t",
  "{{ .Values.x }} {{- end }}",
  "${VAR} $(VAR) $$ %{if}",
  "a\u2028b\u2029c\u0085d\ufeffe",
  "\ufeffbom",
  "e\u0301 \u00e9 \u212b \ufb01 \u1100\u1161",
  "😀 \u{e0001} \u200d\u202e",
  "word ".repeat(400),
  `${"line of text\n".repeat(40)}`,
  `"${"quote'".repeat(30)}`,
  "__EXPRESSION_0__",
];
