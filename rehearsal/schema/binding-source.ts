import fs from "node:fs";
import path from "node:path";

const MARKER = "sourceMappingURL=data:application/json;base64,";

/**
 * The TypeScript that one folder of a prebuilt binding was compiled from. jsii embeds it in each file's source map;
 * it says of every attribute whether it is required, optional or computed, which the compiled code does not.
 */
export function bindingSource(folder: string): string {
  const structs = path.join(folder, "index-structs"); // types with very many blocks are split over several files
  const parts = fs.existsSync(structs)
    ? fs.readdirSync(structs).filter((file) => /^structs\d+\.js$/.test(file))
    : [];
  const files = [...parts.map((file) => path.join(structs, file)), path.join(folder, "index.js")];
  return files.map(embeddedSource).join("\n");
}

function embeddedSource(file: string): string {
  const compiled = fs.readFileSync(file, "utf8");
  const at = compiled.lastIndexOf(MARKER);
  const map: unknown =
    at < 0
      ? undefined
      : JSON.parse(Buffer.from(compiled.slice(at + MARKER.length).trim(), "base64").toString());
  const source = (map as { sourcesContent?: string[] } | undefined)?.sourcesContent?.[0];
  if (source === undefined) {
    throw new Error(
      `${file}: no embedded source, so no schema can be derived from it; pass --schemas instead`,
    );
  }
  return source;
}
