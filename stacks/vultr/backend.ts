import { s3Backend } from "../workspace/s3-backend";

/**
 * A bucket of Vultr's object storage: what Terraform must not ask of a store that is not Amazon's, and how it calls this one
 * (https://developer.hashicorp.com/terraform/language/backend/s3). The region is part of a signature alone.
 */
export const objectStorage = s3Backend<"vultr-object-storage">((workspace, state) => ({
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
  lockFile: state.lockFile,
}));
