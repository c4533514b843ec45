import type { Values } from "../emulator/values";

/** Region and account that a provider works in. */
export function regionOf({ region, allowed_account_ids: accounts }: Values): Record<string, string> {
  const account = Array.isArray(accounts) ? accounts[0] : undefined;
  return {
    ...(typeof region === "string" ? { region } : {}),
    ...(typeof account === "string" ? { account } : {}),
  };
}
