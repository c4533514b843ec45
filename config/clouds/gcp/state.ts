import { z } from "zod";
import { record, text } from "../../schema/primitives";
import { GCP_LOCATIONS, KNOWN_LOCATION } from "./locations";

/** A bucket's name, unique in all of Google (https://cloud.google.com/storage/docs/buckets#naming). */
export const bucket = (example: string) =>
  text(
    "a bucket name, 3 to 63 lower-case letters, digits and dashes",
    example,
    /^(?!goog)[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$/,
  );

/** A bucket of Cloud Storage, made by the workspace `state-<environment>`; a state is locked while it is written. */
export const gcs = record({
  kind: z.literal("gcs"),
  bucket: bucket("example-project-tf-state"),
  /** Google's region of the bucket. */
  location: z.enum(GCP_LOCATIONS, { error: KNOWN_LOCATION }),
});
