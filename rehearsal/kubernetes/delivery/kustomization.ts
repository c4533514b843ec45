import fs from "node:fs";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import { isObject, items, type Json, text, texts } from "../../world/object";

type Body = { readonly [key: string]: Json };

/** What a folder renders to. */
export interface Rendered {
  readonly objects: readonly Body[];
  /** Files and folders that it names and that are not there. */
  readonly missing: readonly string[];
}

/**
 * Renders a folder as `kustomize build` does, as far as the platform's own trees use it: resources, components, namespace,
 * images and patches that merge. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function renderFolder(folder: string): Rendered {
  const file = path.join(folder, "kustomization.yaml");
  if (!fs.existsSync(file)) return renderPlain(folder);
  const [kustomization = {}] = documents(file);
  const parts = texts(kustomization, "resources").map((name) => renderPart(path.join(folder, name)));
  const components = texts(kustomization, "components").map((name) => path.join(folder, name));
  const changes = [...components.flatMap(kustomizationOf), kustomization];
  const objects = changes.reduce<readonly Body[]>(
    (all, change) => changed(all, change, folder),
    parts.flatMap((part) => part.objects),
  );
  const absent = components.filter((component) => !fs.existsSync(component));
  return { objects, missing: [...absent, ...parts.flatMap(({ missing }) => missing)] };
}

/** Flux makes a kustomization of all files where there is none. */
function renderPlain(folder: string): Rendered {
  if (!fs.existsSync(folder)) return { objects: [], missing: [folder] };
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file));
  return { objects: files.flatMap((file) => documents(path.join(folder, file))), missing: [] };
}

function renderPart(place: string): Rendered {
  if (/^https?:|\.git/.test(place)) return { objects: [], missing: [] };
  if (!fs.existsSync(place)) return { objects: [], missing: [place] };
  if (fs.statSync(place).isDirectory()) return renderFolder(place);
  return { objects: documents(place), missing: [] };
}

function kustomizationOf(folder: string): Body[] {
  const file = path.join(folder, "kustomization.yaml");
  return fs.existsSync(file) ? documents(file).slice(0, 1) : [];
}

function documents(file: string): Body[] {
  return parseAllDocuments(fs.readFileSync(file, "utf8"))
    .map((document) => document.toJSON() as Json)
    .filter(isObject);
}

function changed(objects: readonly Body[], kustomization: Body, folder: string): readonly Body[] {
  const namespace = text(kustomization, "namespace");
  const patches = items(kustomization["patches"]).flatMap((patch) => patchBodies(patch ?? null, folder));
  return objects.map((object) => {
    const patched = patches.filter((patch) => isSame(patch, object)).reduce<Json>(merge, object);
    const placed = namespace ? merge(patched, { metadata: { namespace } }) : patched;
    return withImages(placed, items(kustomization["images"])) as Body;
  });
}

function patchBodies(patch: Json, folder: string): Body[] {
  const inline = text(patch, "patch");
  const file = text(patch, "path");
  const source =
    inline ||
    (file && fs.existsSync(path.join(folder, file)) ? fs.readFileSync(path.join(folder, file), "utf8") : "");
  return parseAllDocuments(source)
    .map((document) => document.toJSON() as Json)
    .filter((body): body is Body => isObject(body) && "kind" in body);
}

function isSame(patch: Body, object: Body): boolean {
  return ["kind", "metadata.name"].every((field) => text(patch, field) === text(object, field));
}

/** A strategic merge: objects key by key, lists of named things by name. */
function merge(first: Json, second: Json): Json {
  if (Array.isArray(first) && Array.isArray(second)) {
    const isNamed = [...first, ...second].every((item) => isObject(item) && typeof item["name"] === "string");
    if (!isNamed) return second;
    const rest = second.filter((item) => !first.some((each) => text(each, "name") === text(item, "name")));
    return [
      ...first.map((item) =>
        merge(item, second.find((each) => text(each, "name") === text(item, "name")) ?? {}),
      ),
      ...rest,
    ];
  }
  if (!isObject(first) || !isObject(second)) return second;
  const merged = Object.entries(second).map(([key, value]): [string, Json] => [
    key,
    key in first ? merge(first[key] ?? null, value) : value,
  ]);
  return { ...first, ...Object.fromEntries(merged) };
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/ */
function withImages(value: Json, images: readonly (Json | undefined)[]): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withImages(item, images));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== "image" || typeof inner !== "string") return [key, withImages(inner, images)];
      return [key, images.reduce<string>((image, change) => otherImage(image, change ?? null), inner)];
    }),
  );
}

function otherImage(image: string, change: Json): string {
  const [, name = image, suffix = ""] = /^(.*?)((?::[\w][\w.-]*)?(?:@.*)?)$/.exec(image) ?? [];
  if (name !== text(change, "name")) return image;
  const digest = text(change, "digest");
  const tag = text(change, "newTag");
  return `${text(change, "newName") || name}${digest ? `@${digest}` : tag ? `:${tag}` : suffix}`;
}
