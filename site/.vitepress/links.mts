import fs from "node:fs";
import path from "node:path";
import type { MarkdownRenderer } from "vitepress";

const REPOSITORY = "https://github.com/meridian-platform/meridian/blob/main";

/**
 * Links to files that are no pages lead to the repository, those to a README to its folder's page. One that leads to nothing
 * ends the build, as VitePress does for links to pages.
 */
export function linksToFiles(md: MarkdownRenderer, root: string): void {
  md.core.ruler.push("links-to-files", ({ tokens, env }) => {
    const folder = path.dirname(path.resolve(root, env.realPath ?? env.relativePath));
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const target = token.type === "link_open" ? token.attrGet("href") : undefined;
      if (!target || /^([a-z]+:|#|\/)/.test(target)) continue;
      if (/\.md(#|$)/.test(target)) {
        token.attrSet("href", target.replace(/(^|\/)README\.md(?=#|$)/, "$1index.md"));
        continue;
      }
      const file = path.resolve(folder, target.replace(/#.*/, ""));
      if (!fs.existsSync(file)) throw new Error(`${env.relativePath}: ${target} does not exist`);
      token.attrSet("href", `${REPOSITORY}/${path.relative(root, file)}`);
    }
  });
}
