import { CLOUDS } from "../clouds";
import type { Judge } from "../rules/cloud-rules";
import { ADMITTED, admittedFindings } from "./admitted";
import { Estate, type Member } from "./estate";
import type { Finding } from "./finding";
import type { Denial, Flow } from "./flow";
import { referenceFindings } from "./references";
import { readObjects } from "./states";
import { uniqueFindings } from "./unique";

type Name = Finding["rule"];

/** What does not hold together once all workspaces of an environment are up, by workspace. */
export function judge(
  workspaces: readonly (Member & { readonly state: string })[],
  project: string,
): Map<string, Finding[]> {
  const objects = workspaces.flatMap(({ id, state }) => readObjects(id, state));
  const found = new Map<string, Finding[]>();
  for (const finding of findingsIn(new Estate(workspaces, objects, project, CLOUDS))) {
    found.set(finding.workspace, [...(found.get(finding.workspace) ?? []), finding]);
  }
  return found;
}

/** What every cloud has against an environment. */
export function findingsIn(estate: Estate): Finding[] {
  const flows = CLOUDS.flatMap((cloud) => cloud.flows?.(estate) ?? []);
  return [
    ...CLOUDS.flatMap(({ references = [], unique = [], judges = {}, firewall }): Finding[] => [
      ...references.flatMap((reference) => referenceFindings(reference, estate)),
      ...unique.flatMap((rule) => uniqueFindings(rule, estate)),
      ...(Object.entries(judges) as [Name, Judge][]).flatMap(([rule, each]) =>
        each(estate).map((finding) => ({ rule, ...finding })),
      ),
      ...flows.flatMap((flow) => denied(flow, firewall?.denial(flow, estate))),
      ...(firewall?.excess(flows, estate) ?? []).map((finding) => ({ rule: EXCESS, ...finding })),
    ]),
    ...admittedFindings(
      CLOUDS.flatMap(({ values }) => values?.exposures ?? []),
      estate,
    ),
  ];
}

/** Whether findings of a rule may come from here. */
export function isWorldRule(name: string): boolean {
  const [type = "", attribute = ""] = name.split("/");
  return CLOUDS.some(
    ({ references = [], unique = [], judges = {} }) =>
      name in judges ||
      name === REACH ||
      name === ADMITTED ||
      name === EXCESS ||
      references.some((each) => each.types.test(type) && each.attribute === attribute) ||
      unique.some((each) => each.types.test(type) && each.attributes.join("+") === attribute),
  );
}

/** A connection that something needs and a firewall cuts. */
const REACH: Name = "world/reach";
/** A firewall that admits more than anything needs. */
const EXCESS: Name = "world/excess";

function denied({ of, who, to, port, source }: Flow, denial: Denial | undefined): Finding[] {
  if (!denial) return [];
  const says = `${who} cannot reach ${to}:${port}: ${denial.says} (see ${denial.source})`;
  return [{ rule: REACH, workspace: of.workspace, address: of.address, says, source }];
}
