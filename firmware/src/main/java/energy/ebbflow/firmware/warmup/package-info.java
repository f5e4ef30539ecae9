/**
 * Sessions that the firmware plays to itself in memory after it has started, so that its code is
 * loaded and compiled when the first vehicle speaks.
 */
@NullMarked
package energy.ebbflow.firmware.warmup;

import org.jspecify.annotations.NullMarked;
