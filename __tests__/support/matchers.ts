import "cdktf/lib/testing/adapters/jest"; // the types of cdktf's matchers
import { Testing } from "cdktf";

/** cdktf's matchers, for suites that import this: loading cdktf takes longer than most suites. */
Testing.setupJest();
