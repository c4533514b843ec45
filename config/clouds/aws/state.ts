import { z } from "zod";
import { flag, record, text } from "../../schema/primitives";
import type { StateIn } from "../cloud";
import { AWS_REGIONS } from "./regions";

/**
 * S3 buckets, made by the workspace `state-<environment>`, with lock files of their own beside the states. Readers and
 * writers sign in as themselves.
 */
export const s3 = record({
  kind: z.literal("s3"),
  /** Unique in all of AWS. With `regional`, `-<region>` is appended for every other bucket. */
  bucket: text(
    "a bucket name, 3 to 50 lower-case letters, digits and dashes",
    "meridian-state",
    /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,49}$/,
  ),
  /** The AWS region of the bucket. */
  location: z.enum(AWS_REGIONS, { error: 'expected an AWS region, such as "eu-central-1"' }),
  /**
   * Whether what belongs to one region is kept in a bucket there. What belongs to none stays in the bucket above, which is
   * then in an AWS region without a network of the platform: so no workspace of a region reads another region's bucket, and
   * the loss of a region leaves the others operable.
   *
   * @default false
   */
  regional: flag().default(false),
});

/** One bucket for everything, or for what belongs to a region a bucket there. */
export const stateIn: StateIn = ({ state, regions }, region) => {
  const network = regions[region]?.network;
  if (state.kind !== "s3" || !state.regional || network?.kind !== "aws") return state;
  return { ...state, bucket: `${state.bucket}-${region}`, location: network.location };
};
