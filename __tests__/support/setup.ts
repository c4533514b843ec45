import "cdktf/lib/testing/adapters/jest"; // the types of cdktf's matchers
import { Testing } from "cdktf";

Testing.setupJest();
