import { z } from "zod";
import { AWS_REGIONS } from "../clouds/aws/regions";
import { expected, flag, name, record, text } from "./primitives";

/** `state/<workspace>.tfstate` in the checkout. */
const local = record({ kind: z.literal("local") });

/**
 * A container in an Azure storage account, made by the workspace `state-<environment>`. Readers and writers sign in by
 * Microsoft Entra ID; account keys are switched off.
 */
const azurerm = record({
  kind: z.literal("azurerm"),
  location: text("an Azure location", "westeurope", /^[a-z][a-z0-9]{2,39}$/),
  resourceGroup: name("a resource group", "meridian-state", 60),
  /** Unique in all of Azure. */
  storageAccount: text(
    "a storage account name, 3 to 24 lower-case letters and digits",
    "meridianstate",
    /^[a-z0-9]{3,24}$/,
  ),
  container: text(
    "a container name, 3 to 63 lower-case letters, digits and dashes",
    "tfstate",
    /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$/,
  ).default("tfstate"),
  /**
   * Object ids, in Microsoft Entra ID, of the users, groups and pipelines that read and write the state, besides the
   * user who makes the storage. Reading it is reading every private key of the environment.
   */
  principals: z
    .array(
      text(
        "an object id of Microsoft Entra ID",
        "00000000-0000-0000-0000-000000000000",
        /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      ),
      expected("a list of object ids", ["00000000-0000-0000-0000-000000000000"]),
    )
    .default([]),
});

/**
 * S3 buckets, made by the workspace `state-<environment>`, with lock files of their own beside the states. Readers and
 * writers sign in as themselves.
 */
const s3 = record({
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
   * Whether what belongs to one region is kept in a bucket there, so that the loss of a region leaves the others
   * operable. What belongs to none stays in the bucket above.
   *
   * @default false
   */
  regional: flag().default(false),
});

/** Where the workspaces of the environment keep their state. */
export const state = z.discriminatedUnion("kind", [local, azurerm, s3], {
  error: 'expected state with kind "local", "azurerm" or "s3"',
});
