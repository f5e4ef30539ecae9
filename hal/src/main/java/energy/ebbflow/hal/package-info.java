/**
 * Ports to the electrical world of one EVSE, their quantities and their readings.
 *
 * <p>Commands are called on the EVSE's own thread and never block. Readings arrive on driver
 * threads and are offered to a {@link energy.ebbflow.hal.ReadingSink}. Current and power towards
 * the vehicle are positive everywhere, discharge is negative.
 */
@NullMarked
package energy.ebbflow.hal;

import org.jspecify.annotations.NullMarked;
