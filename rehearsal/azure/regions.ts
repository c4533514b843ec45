/**
 * Regions by their display names. https://learn.microsoft.com/azure/reliability/regions-list and, for the national clouds,
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
 * https://learn.microsoft.com/azure/china/overview-datacenter
 */
const REGIONS = [
  ...["Australia Central", "Australia Central 2", "Australia East", "Australia Southeast", "Austria East"],
  ...["Belgium Central", "Brazil South", "Brazil Southeast", "Canada Central", "Canada East"],
  ...["Central India", "Central US", "Central US EUAP", "Chile Central", "Denmark East", "East Asia"],
  ...["East US", "East US 2", "East US 2 EUAP", "France Central", "France South", "Germany North"],
  ...["Germany West Central", "Indonesia Central", "Israel Central", "Italy North", "Japan East"],
  ...["Japan West", "Jio India Central", "Jio India West", "Korea Central", "Korea South", "Malaysia West"],
  ...["Mexico Central", "New Zealand North", "North Central US", "North Europe", "Norway East"],
  ...["Norway West", "Poland Central", "Qatar Central", "South Africa North", "South Africa West"],
  ...["South Central US", "South India", "Southeast Asia", "Spain Central", "Sweden Central"],
  ...["Sweden South", "Switzerland North", "Switzerland West", "Taiwan North", "UAE Central", "UAE North"],
  ...["UK South", "UK West", "West Central US", "West Europe", "West India", "West US", "West US 2"],
  ...["West US 3", "US Gov Arizona", "US Gov Texas", "US Gov Virginia", "US DoD Central", "US DoD East"],
  ...["China East", "China East 2", "China East 3", "China North", "China North 2", "China North 3"],
];

/** As ids of regions are written; the provider takes `West Europe` and `westeurope` for the same. */
export const normalRegion = (name: string): string => name.replaceAll(" ", "").toLowerCase();

export const REGION_IDS = REGIONS.map(normalRegion);

/** Regions without availability zones. https://learn.microsoft.com/azure/reliability/regions-list */
const WITHOUT_ZONES = [
  ...["Australia Central", "Australia Central 2", "Australia Southeast", "Brazil Southeast", "Canada East"],
  ...["France South", "Germany North", "Jio India Central", "Jio India West", "Korea South"],
  ...["North Central US", "Norway West", "South Africa West", "South India", "Sweden South"],
  ...["Switzerland West", "UAE Central", "UK West", "West Central US", "West India", "West US"],
];

/** A location in which nothing can be put into a zone, in either spelling. */
export const ZONELESS = new RegExp(
  `^(${WITHOUT_ZONES.flatMap((name) => [name, normalRegion(name)]).join("|")})$`,
  "i",
);
