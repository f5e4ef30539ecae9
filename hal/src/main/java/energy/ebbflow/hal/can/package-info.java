/** Frames of a CAN bus, and what can send and receive them. */
@NullMarked
package energy.ebbflow.hal.can;

import org.jspecify.annotations.NullMarked;
