/**
 * What grid codes demand of the power decision: curves, droop, trips, the return to service (OCPP
 * 2.1, block R). Pure: no clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.power.der;

import org.jspecify.annotations.NullMarked;
