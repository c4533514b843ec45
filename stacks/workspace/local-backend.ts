import { DataTerraformRemoteStateLocal, LocalBackend } from "cdktf";
import type { Backend } from "./backend";

/**
 * Relative to `cdktf.out/stacks/<workspace>`, hence the same in every checkout, and outside `cdktf.out`, hence not lost
 * with it.
 */
const pathOf = (workspace: string): string => `../../../state/${workspace}.tfstate`;

/** A file in the checkout. */
export const local: Backend<"local"> = {
  create: (scope, workspace) => {
    new LocalBackend(scope, { path: pathOf(workspace) });
  },
  read: (scope, id, workspace) => new DataTerraformRemoteStateLocal(scope, id, { path: pathOf(workspace) }),
};
