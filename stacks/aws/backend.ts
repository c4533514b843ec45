import { DataTerraformRemoteStateS3, S3Backend } from "cdktf";
import type { State } from "../../config/schema/environment";
import type { Backend } from "../workspace/backend";

const settings = (workspace: string, state: Extract<State, { kind: "s3" }>) => ({
  bucket: state.bucket,
  region: state.location,
  encrypt: true,
  key: `${workspace}.tfstate`,
});

/** Locks by a file beside the state, since Terraform 1.11 without a table of DynamoDB; cdktf's class is older. */
const LOCK = ["use_lockfile", true] as const;

/** An S3 bucket. */
export const s3: Backend<"s3"> = {
  create: (scope, workspace, state) => {
    new S3Backend(scope, settings(workspace, state)).addOverride(...LOCK);
  },
  read: (scope, id, workspace, state) => {
    const source = new DataTerraformRemoteStateS3(scope, id, settings(workspace, state));
    source.addOverride(`config.${LOCK[0]}`, LOCK[1]);
    return source;
  },
};
