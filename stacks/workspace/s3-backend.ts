import { DataTerraformRemoteStateS3, S3Backend, type S3BackendConfig } from "cdktf";
import type { State } from "../../config/schema/environment";
import type { Backend } from "./backend";

/** Locks by a file beside the state, since Terraform 1.11 without a table of DynamoDB; cdktf's class is older. */
const LOCK = "use_lockfile";

/** Where a workspace's state lies, and whether a file locks it. */
type S3Place = S3BackendConfig & { readonly lockFile: boolean };

/** A bucket of a store that speaks S3. */
export const s3Backend = <Kind extends State["kind"]>(
  placeOf: (workspace: string, state: Extract<State, { kind: Kind }>) => S3Place,
): Backend<Kind> => ({
  create: (scope, workspace, state) => {
    const { lockFile, ...settings } = placeOf(workspace, state);
    new S3Backend(scope, settings).addOverride(LOCK, lockFile);
  },
  read: (scope, id, workspace, state) => {
    const { lockFile, ...settings } = placeOf(workspace, state);
    const source = new DataTerraformRemoteStateS3(scope, id, settings);
    source.addOverride(`config.${LOCK}`, lockFile);
    return source;
  },
});
