import { z } from "zod";
import { expected, name, record, text } from "../../schema/primitives";
import { location } from "./location";

/**
 * A container in an Azure storage account, made by the workspace `state-<environment>`. Readers and writers sign in by
 * Microsoft Entra ID; account keys are switched off.
 */
export const azurerm = record({
  kind: z.literal("azurerm"),
  location,
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
