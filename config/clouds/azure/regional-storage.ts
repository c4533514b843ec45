import type { Rule } from "../../problem";
import { text } from "../../schema/primitives";

/** What begins the names of storage accounts, of which every region has one. */
export const storagePrefix = (example: string) =>
  text(
    "3 to 12 lower-case letters and digits that begin the names of storage accounts",
    example,
    /^[a-z0-9]{3,12}$/,
  );

/** Name of the storage account that a region has for one purpose. */
export const regionalStorageName = (prefix: string, region: string): string =>
  `${prefix}${region.replaceAll("-", "")}`;

const regionsHaveStorageOfTheirOwn: Rule = ({ infrastructure, regions }) => {
  if (infrastructure.kind !== "azure" || !(infrastructure.flowLogs ?? infrastructure.backups)) return [];
  const nameOf = (region: string) => regionalStorageName("", region);
  const names = Object.keys(regions);
  return names.flatMap((region, index) => {
    const other = names.slice(0, index).find((before) => nameOf(before) === nameOf(region));
    return other === undefined
      ? []
      : [
          {
            path: ["regions", region],
            message: `its storage accounts would have the names of those of "${other}", since dashes are left out; expected a name that differs in more`,
          },
        ];
  });
};

const purposesHaveStorageOfTheirOwn: Rule = ({ infrastructure }) =>
  infrastructure.kind === "azure" &&
  infrastructure.backups !== undefined &&
  infrastructure.backups.storagePrefix === infrastructure.flowLogs?.storagePrefix
    ? [
        {
          path: ["infrastructure", "backups", "storagePrefix"],
          message:
            'is that of the flow logs, whose accounts admit others; expected another, such as "examplesaves"',
        },
      ]
    : [];

export const regionalStorageRules: readonly Rule[] = [
  regionsHaveStorageOfTheirOwn,
  purposesHaveStorageOfTheirOwn,
];
