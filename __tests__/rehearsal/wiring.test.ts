import { wiringProblems } from "../../rehearsal/wiring";

/** The workspaces of an environment, one of which reads another's state. */
function problems(reader: string, producer: string, ids: readonly string[]) {
  const keepers = ids.map((id) => ({ id, backend: { kind: "local", config: { path: `${id}.tfstate` } } }));
  const listed = { id: reader, file: `stacks/${reader}`, dependencies: [producer] };
  const read = { name: "state", backend: "local", config: {}, outputs: [], producer };
  return wiringProblems({ listed, reads: [read] }, keepers).map(({ summary }) => summary);
}

const IDS = [
  "network-west",
  "network-east",
  "eks-eu-west",
  "api-deploy-eu-west",
  "eks-west",
  "api-deploy-west",
];

it("who reads the network of another region is told", () => {
  expect(problems("eks-west", "network-east", IDS)).toEqual([
    "reads the state of network-east, but not of network-west",
  ]);
});

it("a cluster eu-west has nothing to do with a region west", () => {
  expect(problems("eks-eu-west", "network-east", IDS)).toEqual([]);
});
