import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Canary } from "./emulator/world";

/** A place outside state where a secret surfaced. */
export interface Surfaced {
  /** Such as `output host` or `user data of azurerm_linux_virtual_machine.Machine`. */
  readonly place: string;
  /** Whose secret it is, such as `azure-pki: tls_private_key private_key_pem`. */
  readonly origin: string;
}

/** A text that no secret may be in. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/** The secrets that surface in places. */
export function surfacing(places: readonly Place[], canaries: readonly Canary[]): Surfaced[] {
  return places.flatMap(({ name, text }) => {
    const texts = decodings(text);
    const found = canaries.filter(({ marker }) => texts.some((decoded) => decoded.includes(marker)));
    return found.map(({ origin }) => ({ place: name, origin }));
  });
}

/** A text and all that is base64 in it, decoded, unzipped where it was zipped, and so on inside. */
export function decodings(text: string, depth = 3): string[] {
  if (depth === 0) return [text];
  const encoded = [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([run]) => Buffer.from(run, "base64"));
  return [text, ...encoded.flatMap((bytes) => decodings(readable(bytes), depth - 1))];
}

function readable(bytes: Buffer): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("latin1");
  try {
    return gunzipSync(bytes).toString("latin1");
  } catch {
    return ""; // looked like gzip by chance
  }
}

interface State {
  readonly outputs?: Record<string, { readonly value: unknown; readonly sensitive?: boolean }>;
  readonly resources?: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: Record<string, unknown> }[];
  }[];
}

/** The parts of a state that others see: outputs that are not sensitive, user data, and Helm values. */
export function publicParts(file: string): Place[] {
  const state = JSON.parse(fs.readFileSync(file, "utf8")) as State;
  const outputs = Object.entries(state.outputs ?? {})
    .filter(([, { sensitive }]) => !sensitive)
    .map(([name, { value }]) => ({ name: `output ${name}`, text: text(value) }));
  const attributes = (state.resources ?? []).flatMap(({ type, name, instances }) =>
    instances.flatMap(({ attributes }) =>
      exposedAttributes(type).map(([attribute, what]) => ({
        name: `${what} of ${type}.${name}`,
        text: text(attributes[attribute] ?? ""),
      })),
    ),
  );
  return [...outputs, ...attributes];
}

function exposedAttributes(type: string): [string, string][] {
  if (type === "helm_release") {
    return ["values", "set", "set_list", "manifest"].map((attribute) => [attribute, "Helm values"]);
  }
  return ["user_data", "user_data_base64", "custom_data"].map((attribute) => [attribute, "user data"]);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The synthesized files of a workspace, assets included. */
export function synthesizedFiles(folder: string): Place[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (file) => !/(^|\/)\.terraform|\.plan$/.test(file) && fs.statSync(path.join(folder, file)).isFile(),
    )
    .map((file) => ({ name: `cdktf.out: ${file}`, text: fs.readFileSync(path.join(folder, file), "utf8") }));
}
