import { parsed } from "./text";
import { isAuthority } from "./url";

/** What an image's name may consist of: https://github.com/distribution/reference/blob/v0.6.0/reference.go */
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const LONGEST = 255;

/**
 * An image by an exact tag or, better, by digest. `latest` is refused: it changes with every push. `{registry}` stands
 * for the registry that the infrastructure made for the cluster's region.
 */
export const image = parsed(
  "an image with an exact tag or digest",
  "ghcr.io/meridian-platform/api:0.1.0",
  reasonAgainst,
);

function reasonAgainst(value: string): string | undefined {
  if (value.length > LONGEST) return `has more than ${LONGEST} characters`;
  const [tagged = "", digest] = split(value, value.indexOf("@"));
  const [name = "", tag] = split(tagged, tagged.indexOf(":", tagged.lastIndexOf("/") + 1));
  if (digest !== undefined && !DIGEST.test(digest)) return `"@${digest}" is no digest`;
  if (tag !== undefined && !TAG.test(tag)) return `":${tag}" is no tag`;
  return (
    reasonAgainstName(name) ??
    (tag === "latest" ? "the tag latest is another image tomorrow" : undefined) ??
    (tag === undefined && digest === undefined ? "has no tag" : undefined)
  );
}

/** As container runtimes do, what has a dot or a colon before the first slash is a registry's host. */
function reasonAgainstName(name: string): string | undefined {
  const [first = "", ...others] = name.split("/");
  if (others.length === 0) return "names no repository of a registry";
  const isHost = /[.:]/.test(first);
  const [host = "", port] = split(first, first.indexOf(":"));
  if (isHost && !isAuthority(host, port)) return `"${first}" is no registry's host`;
  const components = isHost || first === "{registry}" ? others : [first, ...others];
  const [wrong] = components.filter((component) => !COMPONENT.test(component));
  if (wrong === undefined) return undefined;
  return COMPONENT.test(wrong.toLowerCase()) ? `"${wrong}" has capitals` : `"${wrong}" is no part of a name`;
}

const split = (value: string, at: number): readonly [string, string?] =>
  at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)];
