import fs from "node:fs";
import path from "node:path";
import { defineConfig } from "vitepress";
import { linksToFiles } from "./links.mts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What a page calls itself. */
const titleOf = (file: string): string =>
  /^# (.+)$/m.exec(fs.readFileSync(path.join(ROOT, file), "utf8"))?.[1] ?? file;

const pagesIn = (folder: string) =>
  fs
    .readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => ({ text: titleOf(`${folder}/${file}`), link: `/${folder}/${file.replace(/\.md$/, "")}` }));

const page = (file: string) => ({ text: titleOf(file), link: `/${file.replace(/(README)?\.md$/, "")}` });

/** The pages are where readers of the repository find them: they stand beside what they are about. */
export default defineConfig({
  title: "Meridian",
  description:
    "A geo-routed, multi-region HTTPS API platform, authored in TypeScript as Terraform workspaces",
  srcDir: "..",
  srcExclude: ["**/node_modules/**", "site/**", "cdktf.out*/**", "state/**", "**/dist/**"],
  outDir: "dist",
  ignoreDeadLinks: "localhostLinks",
  rewrites: (file) => file.replace(/(^|\/)README\.md$/, "$1index.md"),
  markdown: {
    config: (md) => {
      md.set({ html: false }); // "<cluster>.<domain>" is a text
      md.use(linksToFiles, ROOT);
    },
  },
  vite: {
    // Pages lie outside this package, and what they are made into imports Vue.
    resolve: { alias: { vue: path.resolve(import.meta.dirname, "../node_modules/vue") } },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    sidebar: [
      {
        text: "Meridian",
        items: [page("README.md"), page("CONTRIBUTING.md"), page("SECURITY.md"), page("CHANGELOG.md")],
      },
      { text: "Environments", items: pagesIn("docs/environments") },
      { text: "Guides", items: pagesIn("docs") },
      { text: "Rooms", items: [page("app/README.md"), page("vagrant/README.md"), page("runner/README.md")] },
      { text: "Decisions", items: pagesIn("docs/decisions") },
    ],
  },
});
