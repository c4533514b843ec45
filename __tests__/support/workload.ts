import type { EnvironmentInput, Service, Workload } from "../../config/schema/environment";
import type { Destination } from "../../constructs/workload/destination";
import { api } from "../fixtures/api";
import { environment } from "./synth";

type ServiceInput = EnvironmentInput["workloads"][number]["services"][number];

/** A place that serves as example. */
export const PLACE: Destination = {
  environment: "local",
  region: "eu",
  cluster: "eu",
  host: "api.eu",
  ingress: "traefik",
  certificateVolume: "claim",
  registry: undefined,
};

/** The workload of the fixtures, with changes made to its one service. */
export const workload = (change: Partial<ServiceInput> = {}, ...others: ServiceInput[]): Workload => {
  const services = api.services.map((service) => ({ ...service, ...change }));
  const { workloads } = environment("local", (input) => {
    input.workloads = [{ ...api, services: [...services, ...others] }];
  });
  return workloads[0] as Workload;
};

export const onlyService = ({ services }: Workload): Service => services[0] as Service;
