import Table from "cli-table3";
import { environmentOf } from "../manifest";
import type { Tried } from "./tried";

/** Mistakes found, by operator and by kind, and those that survived. */
export function table(tried: readonly Tried[]): string {
  const isOfSources = tried.some(({ synth }) => synth !== undefined);
  const rows = new Table({ head: headings(isOfSources), style: { head: [] } });
  for (const by of [
    ({ operator }: Tried) => operator,
    ({ kind }: Tried) => `(${kind})`,
    inEnvironment,
    () => "all",
  ]) {
    for (const [name, group] of grouped(tried, by)) rows.push([name, ...figures(group, isOfSources)]);
  }
  const survivors = tried.filter(({ verdict, synth }) => !verdict.found && !synth).map(line);
  return `${rows}\nsurvived the rehearsal:\n${survivors.join("\n")}`;
}

export function asJson(tried: readonly Tried[]): string {
  return JSON.stringify(tried, null, 1);
}

function headings(isOfSources: boolean): string[] {
  const rest = ["rehearsal", "%", "with real providers"];
  return isOfSources
    ? [
        "mistake",
        "planted",
        "refused by synth",
        "of the rest by the rehearsal",
        "%",
        "with real providers",
        "by unit tests",
      ]
    : ["mistake", "planted", ...rest];
}

/** Shares are of what synthesis lets through. */
function figures(tried: readonly Tried[], isOfSources: boolean): string[] {
  const through = tried.filter(({ synth }) => !synth);
  const found = through.filter(({ verdict }) => verdict.found).length;
  const real = through.filter(({ verdict }) => verdict.foundByReal).length;
  const asked = through.filter(({ unit }) => unit !== undefined);
  const noticed = asked.filter(({ unit }) => unit).length;
  const share = through.length > 0 ? String(Math.round((100 * found) / through.length)) : "";
  const common = [String(found), share, String(real)];
  return isOfSources
    ? [
        String(tried.length),
        String(tried.length - through.length),
        ...common,
        `${noticed} of ${asked.length}`,
      ]
    : [String(tried.length), ...common];
}

function line({ operator, kind, place, was, is }: Tried): string {
  return `${place}: ${operator} (${kind}), ${was} -> ${is}`;
}

/** Mistakes in the sources are of no one environment. */
function inEnvironment({ place, synth }: Tried): string | undefined {
  return synth === undefined ? `in ${environmentOf(place.split(":")[0] as string)}` : undefined;
}

function grouped(tried: readonly Tried[], by: (tried: Tried) => string | undefined): Map<string, Tried[]> {
  const groups = new Map<string, Tried[]>();
  for (const each of tried) {
    const name = by(each);
    if (name) groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return groups;
}
