import { documentedWords } from "../../../rehearsal/documented/page";
import { documentedRules } from "../../../rehearsal/documented/rules";

const PAGE = `
## Argument Reference

* \`mode\` - (Optional) The mode.
  Possible values are: \`STANDARD\`, \`VIRTUAL\`.
* \`zone\` - (Optional) Valid values are \`a\` and \`b\` in most regions.
* \`rules\` - (Optional) Rules. See below.

<a name="nested_rules"></a>The \`rules\` block supports:

* \`action\` - (Required) Possible values are \`KEEP\` and \`DELETE\`. Defaults to \`KEEP\`.

### Nested Schema for \`rules.when\`

- \`state\` (String) The state.
Available values: "on", "off".

## Attributes Reference

* \`status\` - Possible values are \`UP\` and \`DOWN\`.
`;

it("a page's lists are read where they are complete, by the block that they are in", () => {
  const leaves = [
    ["mode"],
    ["zone"],
    ["rules", "action"],
    ["action"],
    ["rules", "when", "state"],
    ["status"],
  ];
  expect(documentedWords(PAGE, leaves)).toEqual({
    mode: ["STANDARD", "VIRTUAL"],
    "rules.action": ["KEEP", "DELETE"],
    "rules.when.state": ["on", "off"],
  });
});

it("a cloud's own rules stand before what its provider's documentation says", () => {
  const [first] = documentedRules("google", []);
  expect(first?.source).toMatch(/^https:\/\/registry.terraform.io\/providers\/hashicorp\/google\//);
  expect(documentedRules("google", first ? [first] : [])).not.toContainEqual(first);
});
