import { createHash } from "node:crypto";
import { COMPUTED_LENGTHS, COMPUTED_MAPS, COMPUTED_NUMBERS, COMPUTED_STRINGS } from "./computed-values";
import type { Slot } from "./fill";
import { isValues, type Value, type Values } from "./values";

/** The resource or data source that a value is invented for. */
export interface Subject {
  /** `azurerm_subnet`, or `data.azurerm_subnet`. */
  readonly type: string;
  /** Known values of the resource, and what was invented for it so far. */
  readonly values: Values;
  /** The provider's configuration. */
  readonly provider: Values;
  /** Makes values of one resource differ from those of another. */
  readonly seed: string;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  subscription_id: "00000000-0000-4000-8000-000000000000",
  region: "us-east-1",
  "allowed_account_ids.0": "123456789012", // the account of AWS' own documentation
};

/** A plausible value: always the same for the same resource and slot. */
export function inventString(subject: Subject, slot: Slot): string {
  const path = slot.path.join(".");
  const digest = createHash("sha512").update(`${subject.seed}\n${path}\n${slot.index}`).digest("hex");
  for (const { types, attribute, value } of COMPUTED_STRINGS) {
    if (!attribute.test(path) || (types && !types.test(subject.type))) continue;
    const text = render(value, subject, slot, digest);
    if (text !== undefined) return text;
  }
  return digest.slice(0, 12);
}

export function inventNumber(slot: Slot): number {
  const path = slot.path.join(".");
  return COMPUTED_NUMBERS.find(({ attribute }) => attribute.test(path))?.value ?? 1;
}

/** The keys of a map of a resource. */
export const mapKeys = (type: string, path: readonly string[]): readonly string[] =>
  COMPUTED_MAPS.find(({ types, attribute }) => types.test(type) && attribute.test(path.join(".")))?.keys ??
  [];

export function listLength(path: readonly string[]): number {
  return COMPUTED_LENGTHS.find(({ attribute }) => attribute.test(path.join(".")))?.length ?? 1;
}

/** Fills the places of a template, or gives undefined if an argument that it needs is not there. */
function render(template: string, subject: Subject, slot: Slot, digest: string): string | undefined {
  let missing = false;
  let used = 0;
  const text = template.replace(
    /\{([@#]?)([\w.-]+)(?::([^}]+))?\}/g,
    (_, sigil: string, name: string, arg = "") => {
      if (sigil === "#") return invented(name, arg, subject, slot, digest.slice(used++ * 4) + digest);
      const found =
        sigil === "@" ? (lookup(subject.provider, name) ?? DEFAULTS[name]) : lookup(subject.values, name);
      missing ||= !found;
      return found ?? "";
    },
  );
  return missing ? undefined : text;
}

function lookup(values: Values, path: string): string | undefined {
  let value: Value | undefined = values;
  for (const step of path.split(".")) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isValues(value)) value = value[step];
    else return undefined;
  }
  return typeof value === "string" && value !== "" ? value : undefined;
}

function invented(name: string, arg: string, subject: Subject, slot: Slot, digest: string): string {
  const words = subject.type
    .replace(/^data\./, "")
    .split("_")
    .slice(1);
  switch (name) {
    case "hex":
      return digest.slice(0, Number(arg));
    case "uuid":
      return digest.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*/, "$1-$2-4$3-8$4-$5");
    case "octet":
      return String(Number.parseInt(digest.slice(0, 2), 16));
    case "host-octet": // neither network nor broadcast address
      return String((Number.parseInt(digest.slice(0, 2), 16) % 253) + 1);
    case "index":
      return String(slot.index + 1);
    case "letter":
      return String.fromCharCode(97 + slot.index);
    case "zone-letter": // of the zone whose id an argument has; AWS gives every account an order of its own
      return String.fromCharCode(96 + Number(/\d+$/.exec(lookup(subject.values, arg) ?? "")?.[0] ?? 1));
    case "host":
      return `${words.at(-1) ?? "host"}-${digest.slice(0, 8)}.example.com`;
    case "noun":
      return words.slice(-1).join("") || "item";
    case "service":
      return words[0] ?? "service";
    case "kind":
      return `Microsoft.${capital(words[0] ?? "resource")}/${words.map((word, i) => (i ? capital(word) : word)).join("")}s`;
    case "name":
      return lookup(subject.values, "name") ?? digest.slice(0, 12);
    case "text":
      return base64(digest).slice(0, Number(subject.values[arg] ?? 32));
    case "base64":
      return base64(digest).slice(0, Number(arg));
    case "pem":
      return pem(arg, digest);
    case "base64pem":
      return Buffer.from(pem(arg, digest)).toString("base64");
    case "fingerprint":
      return digest.slice(0, 40).replace(/(..)(?=.)/g, "$1:");
    default:
      throw new Error(`computed value: '{#${name}}' is not known`);
  }
}

/** Characters that base64 text may hold and that need no escape anywhere. */
function base64(digest: string): string {
  return Buffer.from(digest + digest)
    .toString("base64")
    .replace(/[+/=]/g, "x");
}

/** Text with the armour of PEM; what is inside is not a key. */
export function pem(label: string, digest: string): string {
  const body = base64(digest).slice(0, 192).replace(/.{64}/g, "$&\n");
  return `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
