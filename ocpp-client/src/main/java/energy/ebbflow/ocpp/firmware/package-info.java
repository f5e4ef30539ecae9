/** Firmware updates as a machine: what comes next, and what the back office is told of it. */
@NullMarked
package energy.ebbflow.ocpp.firmware;

import org.jspecify.annotations.NullMarked;
