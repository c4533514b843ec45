/** A list of words that ends its sentence: what is explained, or goes on, is not taken for complete. */
const LIST =
  /(?:possible|valid|accepted|allowed|available|supported)\s+values(?:\s+for\s+\S+)?(?:\s+are|\s+is)?:?\s+((?:(?:`[^`\n]+`|"[^"\n]+")(?:,\s*(?:and|or)\s+|\s+and\s+|\s+or\s+|,\s*)?)+)(?=\.|\n|$)/i;

/** `* `action` - (Optional) ...` of Terraform's pages, and the same with a type in brackets, of generated ones. */
const ARGUMENT = /^( *)[*-] +`([a-z0-9_]+)`\s*[-:]?\s*(.*)$/;

/** `The `condition` block supports:`, of whatever a page calls it. */
const BLOCK =
  /^#{0,5} ?(?:<a [^>]*><\/a>)?(?:The|An?|Each|Nested Schema for)? ?`([a-z0-9_.]+)`(?: block)?(?: supports| block|$)/i;

/**
 * The words that a page of a provider's documentation lists as all that an argument takes.
 *
 * @param leaves - arguments of the type, each with the blocks that it is in
 * @returns words by path; none where a page says different things of arguments that it does not tell apart
 */
export function documentedWords(
  page: string,
  leaves: readonly (readonly string[])[],
): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {};
  const contradicted = new Set<string>();
  for (const { block, name, text } of described(page)) {
    const words = listIn(text);
    for (const leaf of leaves.filter((way) => way.at(-1) === name && (way.at(-2) ?? "") === block)) {
      const key = leaf.join(".");
      if (!words || (found[key] && found[key].join() !== words.join())) contradicted.add(key);
      else found[key] = words;
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([key]) => !contradicted.has(key)));
}

interface Described {
  /** Name of the block that the argument is in; empty for the resource's own. */
  readonly block: string;
  readonly name: string;
  readonly text: string;
}

function described(page: string): Described[] {
  const all: { block: string; name: string; text: string }[] = [];
  let block = "";
  let isOpen = false;
  for (const line of page.split("\n")) {
    const [, named] = BLOCK.exec(line) ?? [];
    const [, , name, text = ""] = ARGUMENT.exec(line) ?? [];
    if (/^#+ .*(attributes|import|timeouts)/i.test(line)) break; // what follows is not for people to set
    if (named) [block, isOpen] = [named.split(".").at(-1) as string, false];
    else if (name) {
      all.push({ block, name, text });
      isOpen = true;
    } else if (isOpen && line.trim() !== "" && !line.startsWith("#")) {
      (all.at(-1) as { text: string }).text += `\n${line.trim()}`;
    } else isOpen = false;
  }
  return all;
}

/** Two words or more, of which none is a sentence. */
function listIn(text: string): string[] | undefined {
  const list = LIST.exec(text)?.[1];
  const words = [...(list ?? "").matchAll(/`([^`]+)`|"([^"]+)"/g)].map(
    ([, one, other]) => one ?? other ?? "",
  );
  return words.length > 1 && words.every((word) => /^[\w.-]+$/.test(word)) ? words : undefined;
}
