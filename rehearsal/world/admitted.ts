import type { Values } from "../emulator/values";
import { tooMany } from "../rules/admitted";
import { opened, openings } from "../rules/exposure";
import type { Exposure } from "../rules/rule";
import type { Estate } from "./estate";
import type { Finding } from "./finding";
import { texts, type WorldObject } from "./object";

export const ADMITTED: Finding["rule"] = "world/admitted";

interface Admission {
  readonly object: WorldObject;
  readonly exposure: Exposure;
  readonly port: string;
  readonly from: readonly string[];
}

/** Firewalls whose rules, each for few callers, together admit too many: rules of several workspaces add up. */
export function admittedFindings(exposures: readonly Exposure[], estate: Estate): Finding[] {
  const admissions = exposures.flatMap((exposure): Admission[] =>
    estate
      .ofType(exposure.types)
      .flatMap((object) =>
        openings(exposure, object.values as Values).map((opening) => ({ object, exposure, ...opening })),
      ),
  );
  const doors = new Map<string, Admission[]>();
  for (const admission of admissions) {
    const { exposure, object, port, from } = admission;
    if (exposure.of === undefined || tooMany(from) !== undefined) continue; // said already, of the rule itself
    const door = JSON.stringify([port, ...exposure.of.map((name) => texts(object.values, name))]);
    doors.set(door, [...(doors.get(door) ?? []), admission]);
  }
  return [...doors.values()].flatMap((rules) => {
    const wide = tooMany(rules.flatMap(({ from }) => from));
    const last = rules.at(-1);
    if (wide === undefined || last === undefined) return [];
    const { workspace, address } = last.object;
    const all = rules.map(({ object }) => object.address).join(", ");
    const says = `${opened(last.port, wide)} (${all})`;
    return [{ rule: ADMITTED, workspace, address, says, source: last.exposure.source }];
  });
}
