import fs from "node:fs";
import path from "node:path";
import type { Field, Shape } from "./shape";

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"((?:[^"\\]|\\.)*)"|[A-Za-z_$][\w$]*|[{}[\]<>()|&;:?,=]/g;
const IMPORT = /import \{([^}]+)\} from "([^"]+)"/g;

/** The types that a generated declaration file of `kubernetes-models` declares, by name. */
export function readDeclarations(file: string, modules: string): ReadonlyMap<string, Shape> {
  const text = fs.readFileSync(file, "utf8");
  const imports = new Map<string, string>();
  for (const [, names = "", from = ""] of text.matchAll(IMPORT)) {
    const target = from.startsWith(".")
      ? path.join(path.dirname(file), from.replace(/\.js$/, ""))
      : path.join(modules, from.replace(/\.js$/, ""));
    for (const name of names.split(",")) imports.set(name.trim(), `${target}.d.ts`);
  }
  const reader = new Reader(tokens(text), imports, file);
  return reader.declarations();
}

function tokens(text: string): string[] {
  return [...text.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^\/[*/]/.test(token));
}

/** Reads the few forms of types that the generator writes. */
class Reader {
  private position = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly imports: ReadonlyMap<string, string>,
    private readonly file: string,
  ) {}

  declarations(): Map<string, Shape> {
    const found = new Map<string, Shape>();
    while (this.position < this.tokens.length) {
      const [word, kind, name = ""] = this.tokens.slice(this.position, this.position + 3);
      if (word === "export" && kind === "interface") {
        this.position += 3; // export interface Name
        found.set(name, this.interface());
      } else if (word === "export" && kind === "type" && name !== "{") {
        this.position += 4; // export type Name =
        found.set(name, this.type());
      } else this.position += 1;
    }
    return found;
  }

  private interface(): Shape {
    const bases: Shape[] = [];
    for (; this.peek() !== "{"; this.position += 1) {
      const file = this.imports.get(this.peek() ?? "");
      if (file && this.peek() !== "TypeMeta") bases.push({ kind: "named", name: this.peek() ?? "", file });
    }
    const own = this.object();
    if (bases.length === 0) return own;
    return { kind: "object", fields: own.kind === "object" ? own.fields : new Map(), bases };
  }

  private type(): Shape {
    const options = [this.primary()];
    while (this.peek() === "|") {
      this.position += 1;
      options.push(this.primary());
    }
    const words = options.flatMap((option) => (option.kind === "enum" ? option.values : []));
    const rest = options.filter((option) => option.kind !== "enum");
    const all: Shape[] = [...(words.length > 0 ? [{ kind: "enum" as const, values: words }] : []), ...rest];
    return all.length === 1 ? (all[0] as Shape) : { kind: "union", of: all };
  }

  private primary(): Shape {
    let shape = this.single();
    while (this.peek() === "[" && this.tokens[this.position + 1] === "]") {
      this.position += 2;
      shape = { kind: "list", of: shape };
    }
    return shape;
  }

  private single(): Shape {
    const token = this.peek() ?? "";
    if (token === "{") return this.object();
    this.position += 1;
    if (token.startsWith('"')) return { kind: "enum", values: [token.slice(1, -1)] };
    if (token === "(") {
      const inner = this.type();
      this.position += 1;
      return inner;
    }
    if (token === "string" || token === "number" || token === "boolean") return { kind: token };
    if (this.peek() === "<") return this.generic(token);
    const file = this.imports.get(token);
    if (file) return { kind: "named", name: token, file };
    return /^I[A-Z]/.test(token) ? { kind: "named", name: token, file: this.file } : { kind: "any" };
  }

  private generic(name: string): Shape {
    this.position += 1; // <
    const first = this.type();
    let last = first;
    while (this.peek() === ",") {
      this.position += 1;
      last = this.type();
    }
    this.position += 1; // >
    return name === "Array" || name === "ReadonlyArray"
      ? { kind: "list", of: first }
      : { kind: "map", of: last };
  }

  private object(): Shape {
    const fields = new Map<string, Field>();
    let map: Shape | undefined;
    this.position += 1; // {
    while (this.peek() !== "}" && this.peek() !== undefined) {
      const token = this.peek() ?? "";
      this.position += 1;
      if (token === "[") {
        while (this.peek() !== "]") this.position += 1;
        this.position += 2; // ]:
        map = this.type();
      } else if (token.startsWith('"')) {
        const required = this.peek() !== "?";
        this.position += required ? 1 : 2;
        fields.set(token.slice(1, -1), { required, shape: this.type() });
      }
      if (this.peek() === ";") this.position += 1;
    }
    this.position += 1; // }
    if (map) return { kind: "map", of: map };
    return fields.size === 0 ? { kind: "any" } : { kind: "object", fields };
  }

  private peek(): string | undefined {
    return this.tokens[this.position];
  }
}
