import { type Architecture, machineArchitecture } from "../../app/build/machine";
import { LabError } from "../error";

/** What the lab's images are made for. @throws LabError where nothing that it builds runs here */
export function imageArchitecture(): Architecture {
  const architecture = machineArchitecture();
  if (!architecture) throw new LabError(`the lab runs on x64 and arm64, not on ${process.arch}`);
  return architecture;
}
