/**
 * The minimum-current policy: which vehicles survive an interruption, learned one vehicle at a
 * time. Pure: no clock, no I/O, no thread.
 *
 * <p>Below 6 A nothing can be signalled on IEC 61851, so a smaller request means either a pause or
 * more current than was asked for. Some vehicles end the session on a pause and do not come back.
 * An unknown vehicle gets the floor; when a pause is wanted and the user has time, the pause is the
 * test; the result is remembered for that vehicle.
 */
@NullMarked
package energy.ebbflow.iec61851.tolerance;

import org.jspecify.annotations.NullMarked;
