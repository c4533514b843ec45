import type { Graphviz } from "@hpcc-js/wasm-graphviz";
import { type Colours, coloursOf, INK } from "./kinds";

/** Draws a graph as SVG whose colours follow the page that shows it, light or dark. */
export function picture(graphviz: Graphviz, dot: string, kinds: readonly string[]): string {
  const drawn = graphviz.dot(dot).replace(/<!--[\s\S]*?-->\n?|<!DOCTYPE[^>]*>\n/g, "");
  return drawn.replace(/(<svg [^>]*>\n)/, (opening) => `${opening}<style>\n${styleSheet(kinds)}\n</style>\n`);
}

const styleSheet = (kinds: readonly string[]): string =>
  [
    ...rules("light", kinds),
    "@media (prefers-color-scheme: dark) {",
    ...rules("dark", kinds).map((rule) => `  ${rule}`),
    "}",
  ].join("\n");

function rules(theme: "light" | "dark", kinds: readonly string[]): readonly string[] {
  const { text, line, frame } = INK[theme];
  const ofKind = (kind: string, { fill, stroke }: Colours) =>
    `.kind-${kind} path { fill: ${fill}; stroke: ${stroke}; }`;
  return [
    `text { fill: ${text}; }`,
    `.edge path { stroke: ${line}; }`,
    `.edge polygon { fill: ${line}; stroke: ${line}; }`,
    `.cluster path { stroke: ${frame}; }`,
    ...kinds.map((kind) => ofKind(kind, coloursOf(kind)[theme])),
  ];
}
