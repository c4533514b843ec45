import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { refused } from "../config/problem";

/** Images by exact version, as workflows name the containers of their jobs, with a digest or without. */
const IMAGES =
  /(?<=["\s])((?:[a-z0-9.-]+(?::\d+)?\/)*[a-z0-9._-]+):(\d+\.\d+\.\d+[\w.-]*)(?:@sha256:[0-9a-f]{64})?(?=["\s]|$)/g;

const MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** Where a registry answers. */
export type RegistryUrl = (host: string) => string;

/** Docker Hub is the registry of images that name none, and answers under another name. */
const publicRegistry: RegistryUrl = (host) =>
  `https://${host === "docker.io" ? "registry-1.docker.io" : host}`;

/**
 * The digest of an image, computed from the manifest that its registry gives without a sign-in
 * (https://distribution.github.io/distribution/spec/api, https://distribution.github.io/distribution/spec/auth/token).
 *
 * @throws Error with what the registry says
 */
export async function digestOf(name: string, tag: string, at: RegistryUrl = publicRegistry): Promise<string> {
  const [first = "", ...rest] = name.split("/");
  const hasHost = rest.length > 0 && /[.:]/.test(first);
  const repository = hasHost ? rest.join("/") : rest.length > 0 ? name : `library/${name}`;
  const url = `${at(hasHost ? first : "docker.io")}/v2/${repository}/manifests/${tag}`;
  const ask = (headers: Record<string, string>) => fetch(url, { headers: { accept: MANIFESTS, ...headers } });
  let answer = await ask({});
  if (answer.status === 401) answer = await ask({ authorization: `Bearer ${await tokenFor(answer)}` });
  if (!answer.ok) throw new Error(`${name}:${tag}: ${url} answers ${answer.status}`);
  const manifest = Buffer.from(await answer.arrayBuffer());
  return `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
}

/** The token that a registry sends for: it gives one without a sign-in for what is public. */
async function tokenFor(refusal: Response): Promise<string> {
  const challenge = refusal.headers.get("www-authenticate") ?? "";
  const { realm, ...scope } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  ) as Record<string, string>;
  if (realm === undefined) throw new Error(`${refusal.url} wants what it does not name`);
  const answer = await fetch(`${realm}?${new URLSearchParams(scope)}`);
  const { token, access_token } = (await answer.json()) as { token?: string; access_token?: string };
  return token ?? access_token ?? "";
}

/**
 * Writes behind every container of the workflows the digest that its tag has now.
 *
 * @returns a line for each image
 * @throws ConfigurationError where a registry does not answer; nothing is written then
 */
export async function writeDigests(folder: string, at?: RegistryUrl): Promise<readonly string[]> {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".yml"));
  const texts = files.map(
    (file) => [path.join(folder, file), fs.readFileSync(path.join(folder, file), "utf8")] as const,
  );
  const digests = new Map<string, string>();
  for (const [, name = "", tag = ""] of texts.flatMap(([, text]) => [...text.matchAll(IMAGES)])) {
    try {
      digests.set(`${name}:${tag}`, digests.get(`${name}:${tag}`) ?? (await digestOf(name, tag, at)));
    } catch (error) {
      const reason =
        error instanceof Error ? [error.message, error.cause].filter(Boolean).join(": ") : String(error);
      throw refused("--resolve", `${name}:${tag} has no digest: ${reason}`);
    }
  }
  for (const [file, text] of texts) {
    const pinned = text.replace(IMAGES, (_, name, tag) => `${name}:${tag}@${digests.get(`${name}:${tag}`)}`);
    if (pinned !== text) fs.writeFileSync(file, pinned);
  }
  return [...digests].map(([image, digest]) => `${image}@${digest}`);
}
