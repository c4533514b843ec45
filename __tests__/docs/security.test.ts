import fs from "node:fs";
import path from "node:path";
import { secretsTable, withSecretOptions, withSecrets } from "../../commands/secrets-table";

const page = fs.readFileSync(path.join(__dirname, "../../SECURITY.md"), "utf8");
const table = secretsTable(withSecretOptions());

describe("SECURITY.md", () => {
  it("names every state that holds secrets: run 'npm run secrets' if this fails", () => {
    expect(withSecrets(page, table)).toBe(page);
    expect(page).toContain(table);
  });

  it.each([
    ["who makes keys", /`<env>-pki` \| private keys \| `<cluster>-key` \|/],
    ["who makes storage", /`state-<env>` \| keys of the object storage, .*`secret-key`/],
    ["whose storage opens by a key", /`<env>-network-<cluster>` \| keys of a storage account/],
    ["who takes a variable", /`<env>-dns` \|.*`TF_VAR_cloudflare_api_token`/],
    [
      "who reads anything of a maker, whatever it is",
      /`<env>-monitoring-<cluster>` \|.*`<cluster>-key` of `<env>-pki`/,
    ],
  ])("tells %s", (_, line) => expect(table).toMatch(line));

  it("has no variable that is only written, and kept in no state", () =>
    expect(table).not.toMatch(
      /remote_write_token|alert_webhook_url|watchdog_url|delivery_alert_url|registry_credentials/,
    ));
});
