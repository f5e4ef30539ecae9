/** OCPP 2.x block B: components, variables, their attributes and reports. */
@NullMarked
package energy.ebbflow.ocpp.v2.devicemodel;

import org.jspecify.annotations.NullMarked;
