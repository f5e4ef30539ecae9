/**
 * Rewrites compiled classes so that what runs in every pass is plain calls: a virtual machine that
 * compiles quickly and once (C1) neither sees through {@code invokedynamic} nor through method
 * handles. Used when a class path is made ready for the firmware; the sources stay as they are.
 */
@NullMarked
package energy.ebbflow.simulator.straight;

import org.jspecify.annotations.NullMarked;
