/**
 * What the standard allows inside an OCPP payload, as data, and the strict check of a payload
 * against it. Pure; shared by all threads after construction.
 */
@NullMarked
package energy.ebbflow.simulator.csms.shape;

import org.jspecify.annotations.NullMarked;
