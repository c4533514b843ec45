import { pem } from "../../../rehearsal/emulator/invent";
import { isCertificate } from "../../../rehearsal/emulator/marker";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

it.each([
  ["a certificate", pem("CERTIFICATE", "0".repeat(128)), true],
  ["one in base64", base64(pem("CERTIFICATE", "0".repeat(128))), true],
  ["a key", pem("RSA PRIVATE KEY", "0".repeat(128)), false],
  ["a key in base64", base64(pem("EC PRIVATE KEY", "0".repeat(128))), false],
  ["a password", "correct horse battery staple", false],
])("%s is shown to everybody: %#", (_, text, shown) => {
  expect(isCertificate(text)).toBe(shown);
});
