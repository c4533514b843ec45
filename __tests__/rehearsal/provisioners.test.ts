import { withoutProvisioners } from "../../rehearsal/provisioners";

it("takes provisioners out of HCL, whatever braces they hold", () => {
  const hcl = `resource "demo" "it" {
  name = "a } brace, and \${join("}", ["{"])}"
  provisioner "local-exec" {
    # a comment with }
    command = "echo '}' \${format("%s }", "x")}"
    environment = { A = "{" }
  }
  provisioner "remote-exec" {
    inline = [<<EOT
if true; then { echo; }
EOT
    ]
  }
  tags = { a = "b" }
}
`;
  const lines = withoutProvisioners(hcl)
    .split("\n")
    .filter((line) => line.trim() !== "");
  expect(lines).toEqual([
    'resource "demo" "it" {',
    '  name = "a } brace, and ${join("}", ["{"])}"',
    '  tags = { a = "b" }',
    "}",
  ]);
});

it("leaves HCL without provisioners alone", () => {
  const hcl = 'resource "demo" "it" {\n  name = "provisioner {"\n}\n';
  expect(withoutProvisioners(hcl)).toBe(hcl);
});
