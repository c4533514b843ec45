import { gunzipSync } from "node:zlib";
import type { Canary } from "./emulator/world";

/** A place outside state where a secret surfaced. */
export interface Surfaced {
  /** Such as `output host` or `custom_data of azurerm_linux_virtual_machine.Machine`. */
  readonly place: string;
  /** Whose secret it is, such as `azure-pki: tls_private_key private_key_pem`. */
  readonly origin: string;
}

/** A text outside of state, in which no secret may be. */
export interface PublicText {
  readonly name: string;
  readonly text: string;
}

/** The secrets that surface in texts. */
export function surfacing(texts: readonly PublicText[], canaries: readonly Canary[]): Surfaced[] {
  return texts.flatMap(({ name, text }) => {
    const decoded = decodings(text).join("\n");
    const found = canaries.filter(({ marker }) => decoded.includes(marker));
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
