/** HCL without its `provisioner` blocks. Braces in strings, heredocs and comments do not count. */
export function withoutProvisioners(hcl: string): string {
  const start = /^[ \t]*provisioner[ \t]+"[^"]+"[ \t]*\{/gm;
  let result = "";
  let from = 0;
  for (let match = start.exec(hcl); match; match = start.exec(hcl)) {
    const end = blockEnd(hcl, match.index + match[0].length);
    result += hcl.slice(from, match.index);
    from = end;
    start.lastIndex = end;
  }
  return result + hcl.slice(from);
}

const TOKEN =
  /"(?:\\.|\$\{(?:[^{}"]|"(?:\\.|[^"\\])*")*\}|[^"\\])*"|<<-?(\w+)\n[\s\S]*?\n\s*\1\b|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}]/g;

/** The position behind the brace that closes a block which was opened just before `at`. */
function blockEnd(hcl: string, at: number): number {
  let depth = 1;
  TOKEN.lastIndex = at;
  for (let token = TOKEN.exec(hcl); token; token = TOKEN.exec(hcl)) {
    if (token[0] === "{") depth += 1;
    if (token[0] === "}") depth -= 1;
    if (depth === 0) return TOKEN.lastIndex;
  }
  return hcl.length;
}
