import { integer, record } from "../../schema/primitives";
import { storagePrefix } from "./regional-storage";

/**
 * A copy of every K3s server's state, each night, in a storage account beside its network with a copy in the paired region. It is as
 * secret as the cluster: token, keys and every Secret are in it; the guide of azure says how to put one back.
 */
export const backups = record({
  /** Begins the storage accounts' names, which are unique in all of Azure; the region's follows, without dashes. */
  storagePrefix: storagePrefix("examplesaves"),
  /** Days after which a copy is deleted. @default 30 */
  keepDays: integer("the number of days that copies are kept", 1, 365, 30).default(30),
});
