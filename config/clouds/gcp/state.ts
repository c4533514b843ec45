import { z } from "zod";
import { record, text } from "../../schema/primitives";
import { GCP_LOCATIONS, KNOWN_LOCATION } from "./locations";

/** A bucket of Cloud Storage, made by the workspace `state-<environment>`; a state is locked while it is written. */
export const gcs = record({
  kind: z.literal("gcs"),
  /** Unique in all of Google. */
  bucket: text(
    "a bucket name, 3 to 63 lower-case letters, digits and dashes",
    "example-project-tf-state",
    /^(?!goog)[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$/,
  ),
  /** Google's region of the bucket. */
  location: z.enum(GCP_LOCATIONS, { error: KNOWN_LOCATION }),
});
