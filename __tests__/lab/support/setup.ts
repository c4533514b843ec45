import { endLoads } from "./load";

afterAll(endLoads);
