import { endLoads } from "../../../lab/traffic/load";

afterAll(endLoads);
