/** Not printable in YAML 1.1, or a line's end there: https://yaml.org/spec/1.1/#id868518 and #id871136. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** What the library writes as it stands although some reader takes it for something else. */
const MISREAD: readonly RegExp[] = [
  /^=$/, // the "default value" of YAML 1.1, of which PyYAML can make nothing: https://yaml.org/type/value.html
  /^[-+](?:_|0[box])|^0[box]/i, // numbers to the Go of Kubernetes and Helm, which ignores case and underscores
  /^\s*\n\s*$/, // the library's own reader loses spaces
  /^\s*\t/, // Go's and C's take a tab for the indentation of lines
  /\n\n$/, // Helm trims documents: empty lines at the end of the last text would be lost
];

/** Whether a text has to be quoted although the library would not do it. */
export const isMisread = (text: string): boolean =>
  text.search(UNPRINTABLE) >= 0 ||
  MISREAD.some((form) => form.test(text)) ||
  isComposed(JSON.stringify(text));

/** Terraform composes letters and their accents, as in all text: https://github.com/zclconf/go-cty/blob/main/docs/concepts.md */
const isComposed = (written: string): boolean => written !== written.normalize("NFC");

/** A text in quotes, every special character escaped; and every character beyond ASCII where one would be composed. */
export function quoted(text: string): string {
  const written = JSON.stringify(text).replace(UNPRINTABLE, escaped);
  return isComposed(written) ? written.replace(/[^\x20-\x7e]/gu, escaped) : written;
}

function escaped(character: string): string {
  const digits = (character.codePointAt(0) as number).toString(16);
  return digits.length <= 4 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
