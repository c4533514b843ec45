import { integer, record } from "../../schema/primitives";
import { storagePrefix } from "./regional-storage";

/**
 * Who connected to what in every region's network, in a storage account beside it. Addresses of people are in them: who keeps them says
 * for how long.
 */
export const flowLogs = record({
  /** Begins the storage accounts' names, which are unique in all of Azure; the region's follows, without dashes. */
  storagePrefix: storagePrefix("exampleflows"),
  /** Days after which they are deleted. @default 90 */
  keepDays: integer("the number of days that logs are kept", 1, 365, 90).default(90),
});
