/** Whether a version meets a constraint of `required_providers`. https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
export function meets(version: string, constraint: string | undefined): boolean {
  return (constraint ?? ">= 0").split(",").every((part) => {
    const [, operator = "=", wanted = ""] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?([\w.+-]+)\s*$/.exec(part) ?? [];
    const order = compare(version, wanted);
    if (operator === "~>") return order >= 0 && beginsAlike(version, wanted);
    if (operator === "!=") return order !== 0;
    return (
      (operator.includes("=") && order === 0) ||
      (operator.includes(">") ? order > 0 : operator.includes("<") && order < 0)
    );
  });
}

/** `~> 1.2.3` lets only the last part that is named grow. */
function beginsAlike(version: string, wanted: string): boolean {
  const kept = numbers(wanted).slice(0, -1);
  return kept.every((number, index) => numbers(version)[index] === number);
}

const numbers = (version: string): number[] => (version.split(/[-+]/)[0] as string).split(".").map(Number);

/** Negative where the first is older. A pre-release is older than its release. */
export function compare(first: string, second: string): number {
  const [ours, theirs] = [numbers(first), numbers(second)];
  for (let part = 0; part < 3; part += 1) {
    const difference = (ours[part] ?? 0) - (theirs[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(second.includes("-")) - Number(first.includes("-"));
}
