import { report } from "../../commands/synth-report";
import { environment } from "../support/synth";

const nothing = { workspaces: [], written: {}, kept: {}, unlocked: [] } as unknown as Parameters<
  typeof report
>[1];

it("says what works and will hurt", () => {
  const vultr = environment("vultr", (input) => {
    input.certificates = {
      kind: "letsencrypt",
      email: "platform@example.com",
      challenge: "http-01",
      server: "production",
    };
  });
  expect(report([vultr], nothing, [])).toMatch(
    /warning.* vultr: certificates\.server: every name is under nip\.io/,
  );
  expect(report([environment("vultr")], nothing, [])).not.toContain("warning");
});
