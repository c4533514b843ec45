import { fromVerbatim, verbatim } from "../../../constructs/workload/verbatim";
import { CORPUS, stringsOf } from "../../support/yaml-readers";

/**
 * What the kubelet makes of a variable's value, as its own code does:
 * https://github.com/kubernetes/kubernetes/blob/v1.36.3/third_party/forked/golang/expansion/expand.go
 */
function expand(text: string, variables: Readonly<Record<string, string>>): string {
  let expanded = "";
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at + 1];
    if (text[at] !== "$" || next === undefined) {
      expanded += text[at];
    } else if (next === "(") {
      const end = text.indexOf(")", at + 2);
      const name = text.slice(at + 2, end);
      expanded += end < 0 ? "$(" : (variables[name] ?? `$(${name})`);
      at = end < 0 ? at + 1 : end;
    } else {
      expanded += next === "$" ? "$" : `$${next}`;
      at += 1;
    }
  }
  return expanded;
}

const TEXTS = [...CORPUS, ...[..."ab"].flatMap((end) => stringsOf([..."$()A{"]).map((text) => text + end))];

it("a value reaches the program as it stands", () => {
  expect(expand("$(A) $$ $(B)", { A: "eu" })).toBe("eu $ $(B)"); // what the kubelet does with what is not written so
  expect(TEXTS.filter((text) => expand(verbatim(text), { A: "eu", "": "eu" }) !== text)).toEqual([]);
});

it("what a pod writes is the value again where nobody expands it", () => {
  expect(TEXTS.filter((text) => fromVerbatim(verbatim(text)) !== text)).toEqual([]);
});
