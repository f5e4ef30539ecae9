/**
 * How a plugged vehicle is charged: digital communication first, the plain pilot duty if it does
 * not answer (R1). Pure: no clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.evse.path;

import org.jspecify.annotations.NullMarked;
