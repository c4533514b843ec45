import type { EnvironmentInput } from "../../config/schema/environment";
import { delivered, firstService, REPOSITORY } from "../support/delivery";
import { environment } from "../support/synth";

/** What GitHub publishes: https://docs.github.com/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints */
const ED25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
const ECDSA =
  "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=";

type Canary = NonNullable<EnvironmentInput["workloads"][number]["services"][number]["canary"]>;

const withCanary = (canary: Canary) => () =>
  delivered((input) => {
    firstService(input).canary = canary;
  });

const PLACE = "workloads[0].services[0]";

describe("a canary", () => {
  it("goes in steps of 10 % to half of the users, and back after ten failed checks, if nothing else is said", () => {
    const { canary } = delivered().workloads[0]?.services[0] ?? {};
    expect(canary).toMatchObject({ intervalSeconds: 30, threshold: 10, maximumWeight: 50, stepWeight: 10 });
  });

  it.each([
    [
      50,
      15,
      "steps of 15 never reach a maximum of 50, they go from 45 to 60; expected a divisor of it, such as 10",
    ],
    [
      5,
      10,
      "steps of 10 never reach a maximum of 5, they go from 0 to 10; expected a divisor of it, such as 5",
    ],
    [
      100,
      30,
      "steps of 30 never reach a maximum of 100, they go from 90 to 120; expected a divisor of it, such as 25",
    ],
  ])("fails when the maximum is %i and a step %i", (maximumWeight, stepWeight, message) => {
    expect(withCanary({ maximumWeight, stepWeight })).toThrow(`${PLACE}.canary.stepWeight: ${message}`);
  });

  it.each([
    [
      { threshold: 0 },
      "threshold: expected the number of failed checks, a whole number from 1 to 100, such as 10, got 0",
    ],
    [{ threshold: 101 }, "threshold: expected the number of failed checks"],
    [
      { intervalSeconds: 1 },
      "intervalSeconds: expected seconds between two checks, a whole number from 10 to 3600",
    ],
    [
      { checks: { errorPercent: 101 } },
      "checks.errorPercent: expected the percentage of errors, a number from 0 to 100",
    ],
    [
      { checks: { requestsPerSecond: 0 } },
      "checks.requestsPerSecond: expected the fewest requests a second, a number above 0",
    ],
    [{ gate: "middle" }, 'gate: expected one of "none", "start", "promotion"'],
  ])("fails on %j", (canary, message) => {
    expect(withCanary(canary as Canary)).toThrow(`${PLACE}.canary.${message}`);
  });

  it("fails where Terraform delivers, which would take back what Flagger does", () => {
    expect(() =>
      delivered((input) => {
        (input.workloads[0] as { delivery?: string }).delivery = "terraform";
      }),
    ).toThrow(`${PLACE}.canary: Flagger changes what it tries, which an apply would change back; expected`);
  });

  it("fails where the gateway cannot read the requests", () => {
    expect(() =>
      delivered((input) => {
        input.certificates = { kind: "private-ca" };
        Object.assign(firstService(input), { protocol: "https", exposure: "passthrough" });
      }),
    ).toThrow(
      `${PLACE}.exposure: the gateway cannot split what it does not read, and "passthrough" gives it no requests`,
    );
  });

  it("fails on clusters whose ingress splits nobody", () => {
    expect(() =>
      environment("local", (input) => {
        input.gitops = { repository: REPOSITORY };
        (input.workloads[0] as { delivery?: string }).delivery = "flux";
        Object.assign(firstService(input), { canary: {} });
      }),
    ).toThrow(
      `${PLACE}.canary: infrastructure "existing" has no gateway that splits users; expected "aws", or no canary`,
    );
  });
});

describe("a repository", () => {
  const withRepository = (repository: object) => () =>
    delivered((input) => {
      input.gitops = { repository } as unknown as NonNullable<EnvironmentInput["gitops"]>;
    });

  it.each([
    [{ access: "public", url: "github.com/example-org/meridian" }, "an https URL"],
    [{ access: "public", url: "git@github.com:example-org/meridian.git" }, "an https URL"],
    [
      {
        access: "deploy-key",
        url: "https://github.com/example-org/meridian",
        knownHosts: `github.com ssh-ed25519 ${ED25519}`,
      },
      "ssh://git@github.com",
    ],
    [
      {
        access: "deploy-key",
        url: "git@github.com:example-org/meridian.git",
        knownHosts: `github.com ssh-ed25519 ${ED25519}`,
      },
      "ssh://git@github.com",
    ],
  ])("fails on %j", (repository, good) => {
    expect(withRepository(repository)).toThrow(
      new RegExp(`gitops\\.repository\\.url: expected the repository.*${good}`),
    );
  });

  it("fails on a private one whose server anybody could be", () => {
    const repository = { access: "deploy-key", url: "ssh://git@github.com/example-org/meridian.git" };
    expect(withRepository(repository)).toThrow(
      "gitops.repository.knownHosts: expected the server's public keys",
    );
    expect(withRepository({ ...repository, knownHosts: "github.com" })).toThrow("knownHosts");
    expect(
      withRepository({
        ...repository,
        knownHosts: `[git.example.com]:2222 ssh-ed25519 ${ED25519}\ngithub.com ecdsa-sha2-nistp256 ${ECDSA}\n`,
      }),
    ).not.toThrow();
  });

  it("is expected where a workload comes from one, and only there", () => {
    expect(() =>
      delivered((input) => {
        delete input.gitops;
      }),
    ).toThrow('workloads[0].delivery: "flux" follows a repository; expected one, such as gitops');
    expect(() =>
      environment("local", (input) => {
        input.gitops = { repository: REPOSITORY };
      }),
    ).toThrow('gitops: no workload is delivered by "flux" or "argocd"; expected one, or no gitops');
  });
});

it("fails on a variable that holds the image and more, which nobody could write", () => {
  expect(() =>
    delivered((input) => {
      firstService(input).env = { API_IMAGE: "image {image}" };
    }),
  ).toThrow(
    `${PLACE}.env.API_IMAGE: the image is known only to the repository, which writes it as a whole; expected "{image}" alone`,
  );
});
