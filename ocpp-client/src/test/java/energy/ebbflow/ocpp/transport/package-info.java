/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.transport;

import org.jspecify.annotations.NullMarked;
