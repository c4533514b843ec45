import { parseSettings, parseSyncSettings, SERVE_OPTIONS } from "../../../app/src/settings";
import { deployment } from "../../../constructs/workload/deployment";
import { onlyService, PLACE, workload } from "../../support/workload";

/** The shipped workload and the program in `app/` meet only in the image: here both sides are read. */
describe("the shipped workload suits the program in its image", () => {
  const owner = workload({ port: 9001, metrics: { port: 9002 } }); // none of the program's defaults
  const service = onlyService(owner);
  const { spec } = deployment(PLACE, owner, service, { secretName: "certificate", filledBy: [] });
  const pod = spec?.template.spec;
  const env = Object.fromEntries((pod?.containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
  const settings = parseSettings([], env);
  const mountOf = (name: string) => pod?.containers[0]?.volumeMounts?.find((mount) => mount.name === name);

  it("which listens where probes, Service and Prometheus look", () => {
    expect(settings.port).toBe(service.port);
    expect(settings["metrics-port"]).toBe(service.metrics?.port);
    expect(settings["plain-http"]).toBe(service.protocol === "http");
  });

  it("which says where it runs", () => {
    expect(settings).toMatchObject({ name: "eu", region: "eu", image: service.image });
  });

  it("which reads its certificate from the volume that is kept current", () => {
    const [copy, sync] = (pod?.initContainers ?? []).map(({ args = [] }) => {
      expect(args[0]).toBe("sync-certificates");
      return parseSyncSettings(args.slice(1), {});
    });
    expect(copy).toMatchObject({ from: "/secret", watch: false });
    expect(sync).toEqual({ ...copy, watch: true });
    expect(mountOf("certificate")?.mountPath).toBe(copy?.to);
    expect(settings.cert).toBe(`${copy?.to}/current/tls.crt`);
    expect(settings.key).toBe(`${copy?.to}/current/tls.key`);
  });

  it("which may finish its drain before it is killed", () => {
    const drain = (settings["drain-delay"] + settings.grace) / 1000;
    expect(service.shutdown.drainSeconds).toBeGreaterThanOrEqual(drain);
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(drain);
  });

  it("which knows every variable that it is given", () => {
    const known = Object.values(SERVE_OPTIONS).flatMap((option): readonly string[] => option.env);
    for (const name of Object.keys(env)) expect(known).toContain(name);
  });
});
