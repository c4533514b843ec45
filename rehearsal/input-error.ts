/** The user's own mistake: reported without a stack trace, exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
