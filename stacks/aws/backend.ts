import { s3Backend } from "../workspace/s3-backend";

/** An S3 bucket. */
export const s3 = s3Backend<"s3">((workspace, state) => ({
  bucket: state.bucket,
  region: state.location,
  encrypt: true,
  key: `${workspace}.tfstate`,
  lockFile: true,
}));
