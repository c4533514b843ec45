import { DataTerraformRemoteStateGcs, GcsBackend } from "cdktf";
import type { State } from "../../config/schema/environment";
import type { Backend } from "../workspace/backend";

/** `<workspace>/default.tfstate` in the bucket. */
const settings = (workspace: string, { bucket }: Extract<State, { kind: "gcs" }>) => ({
  bucket,
  prefix: workspace,
});

/** A bucket of Cloud Storage. */
export const gcs: Backend<"gcs"> = {
  create: (scope, workspace, state) => {
    new GcsBackend(scope, settings(workspace, state));
  },
  read: (scope, id, workspace, state) =>
    new DataTerraformRemoteStateGcs(scope, id, settings(workspace, state)),
};
