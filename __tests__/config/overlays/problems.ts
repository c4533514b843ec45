import { loadEnvironments } from "../../../config/load";
import { ConfigurationError } from "../../../config/problem";

/** What is wrong with the overlays in a folder: a message's lines, without the first, which counts them. */
export function problemsIn(folder: string): readonly string[] {
  try {
    loadEnvironments(["local", "azure"], { folder, notify: () => {} });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split("\n").slice(1);
  }
  return [];
}
