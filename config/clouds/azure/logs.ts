import type { Rule } from "../../problem";
import { integer, record, text } from "../../schema/primitives";

/**
 * Who connected to what in every region's network, in a storage account beside it. Addresses of people are in them: who keeps them says
 * for how long.
 */
export const flowLogs = record({
  /** Begins the storage accounts' names, which are unique in all of Azure; the region's follows, without dashes. */
  storagePrefix: text(
    "3 to 12 lower-case letters and digits that begin the names of storage accounts",
    "exampleflows",
    /^[a-z0-9]{3,12}$/,
  ),
  /** Days after which they are deleted. @default 90 */
  keepDays: integer("the number of days that logs are kept", 1, 365, 90).default(90),
});

/** Name of the storage account of a region's logs. */
export const flowStorageName = (prefix: string, region: string): string =>
  `${prefix}${region.replaceAll("-", "")}`;

export const flowStorageIsOfOneRegion: Rule = ({ infrastructure, regions }) => {
  if (infrastructure.kind !== "azure" || infrastructure.flowLogs === undefined) return [];
  const nameOf = (region: string) => flowStorageName("", region);
  const names = Object.keys(regions);
  return names.flatMap((region, index) => {
    const other = names.slice(0, index).find((before) => nameOf(before) === nameOf(region));
    return other === undefined
      ? []
      : [
          {
            path: ["regions", region],
            message: `its storage account for flow logs would have the name of that of "${other}", since dashes are left out; expected a name that differs in more`,
          },
        ];
  });
};
