// A browser on a busy machine takes its time; Jest reads `testTimeout` for all projects at once, and not for one.
import.meta.jest.setTimeout(60_000);
