import { ensureBuilt } from '../../scripts/build';

/** The fault tests run the compiled processes. Compiled once, before the tests that would otherwise wait for it. */
export default function compile(): void {
  ensureBuilt();
}
