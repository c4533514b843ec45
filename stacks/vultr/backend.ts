import { DataTerraformRemoteStateS3, S3Backend } from "cdktf";
import type { State } from "../../config/schema/environment";
import type { Backend } from "../workspace/backend";

/**
 * What Terraform must not ask of a store that is not Amazon's, and how it calls this one
 * (https://developer.hashicorp.com/terraform/language/backend/s3). The region is part of a signature alone.
 */
const settings = (workspace: string, state: Extract<State, { kind: "vultr-object-storage" }>) => ({
  bucket: state.bucket,
  key: `${workspace}.tfstate`,
  region: "us-east-1",
  endpoints: { s3: `https://${state.hostname}` },
  usePathStyle: true,
  skipCredentialsValidation: true,
  skipMetadataApiCheck: true,
  skipRegionValidation: true,
  skipRequestingAccountId: true,
  skipS3Checksum: true,
});

/** cdktf's class is older than lock files. */
const LOCK = "use_lockfile";

/** A bucket of Vultr's object storage. */
export const objectStorage: Backend<"vultr-object-storage"> = {
  create: (scope, workspace, state) => {
    new S3Backend(scope, settings(workspace, state)).addOverride(LOCK, state.lockFile);
  },
  read: (scope, id, workspace, state) => {
    const source = new DataTerraformRemoteStateS3(scope, id, settings(workspace, state));
    source.addOverride(`config.${LOCK}`, state.lockFile);
    return source;
  },
};
