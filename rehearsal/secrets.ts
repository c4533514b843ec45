import { type PublicText, surfacing } from "./canaries";
import type { World } from "./emulator/world";
import type { Findings } from "./findings";

/** Looks for markers in what a workspace shows. */
export class Secrets {
  private readonly texts: PublicText[] = [];

  constructor(
    private readonly world: World,
    private readonly findings: Findings,
  ) {}

  /** Takes in texts in which no secret may be; nothing where secrets are not marked. */
  look(texts: () => readonly PublicText[]): void {
    if (this.world.marks) this.texts.push(...texts());
  }

  /** Everything secret that a workspace can hold has its marker once it is up: producers come first. */
  scan(workspace: string): void {
    for (const { place, origin } of surfacing(this.texts.splice(0), this.world.canaries)) {
      const summary = `${origin} surfaces in ${workspace}, ${place}`;
      const address = / of (\S+)$/.exec(place)?.[1];
      const at = address?.includes(".") ? { address } : {};
      this.findings.add({ step: "secrets", rule: "secret", ...at, summary, detail: "" });
    }
  }
}
