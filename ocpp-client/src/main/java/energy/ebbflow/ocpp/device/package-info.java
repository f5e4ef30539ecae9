/** The device model: components, variables, their values and who may change them. */
@NullMarked
package energy.ebbflow.ocpp.device;

import org.jspecify.annotations.NullMarked;
