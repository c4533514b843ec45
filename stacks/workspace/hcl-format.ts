import { assignmentIn, bracketsIn, spaced, unwrapped } from "./hcl-tokens";

/**
 * Lays text of HCL out as `terraform fmt` does: indentation, equals signs in a column, and no quotes around a value that is
 * nothing but an expression. cdktf writes neither. The text has one attribute, or the beginning or end of a block, a
 * list or an object, on each line.
 *
 * The rules are those of https://github.com/hashicorp/hcl/blob/v2.24.0/hclwrite/format.go and
 * https://github.com/hashicorp/terraform/blob/v1.11.4/internal/command/fmt.go.
 */
export function formatHcl(text: string): string {
  const layout = new Layout();
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = spaced((lines[index] as string).trim());
    const [, mark] = line.match(/<<-?(\w+)$/) ?? [];
    const end =
      mark === undefined ? index : lines.findIndex((each, at) => at > index && each.trim() === mark);
    layout.add(line, lines.slice(index + 1, end + 1));
    index = Math.max(index, end);
  }
  return layout.text();
}

/** Brackets that were opened in one line. */
interface Opened {
  readonly brackets: number;
  /** Of a block, whose attributes stand alone; not of a list or an object, which are parts of an expression. */
  readonly isBlock: boolean;
}

class Layout {
  private readonly lines: string[] = [];
  private readonly opened: Opened[] = [];
  /** Attributes in neighbouring lines, whose equals signs stand in a column: name and the rest. */
  private column: (readonly [name: string, rest: string])[] = [];

  /** @param below - a text that begins in the line, up to its mark; it stays as it is */
  add(line: string, below: readonly string[]): void {
    const brackets = bracketsIn(line);
    const equals = assignmentIn(line);
    if (brackets < 0) this.close(-brackets);
    const indentation = line === "" ? "" : "  ".repeat(this.opened.length);
    if (equals > 0 && brackets === 0) {
      const value = line.slice(equals + 1).trim();
      const isInBlock = this.opened.at(-1)?.isBlock ?? true;
      const rest = [`= ${isInBlock ? unwrapped(value) : value}`, ...below].join("\n");
      this.column.push([indentation + line.slice(0, equals).trimEnd(), rest]);
    } else {
      this.align();
      this.lines.push(indentation + line, ...below);
    }
    if (brackets > 0) this.opened.push({ brackets, isBlock: equals < 0 && /^[a-z]/.test(line) });
  }

  text(): string {
    this.align();
    return this.lines.join("\n");
  }

  private align(): void {
    const width = Math.max(...this.column.map(([name]) => name.length));
    this.lines.push(...this.column.map(([name, rest]) => `${name.padEnd(width)} ${rest}`));
    this.column = [];
  }

  private close(count: number): void {
    let left = count;
    while (left > 0) {
      const { brackets = left, isBlock = true } = this.opened.pop() ?? {};
      if (brackets > left) this.opened.push({ brackets: brackets - left, isBlock });
      left -= brackets;
    }
  }
}
