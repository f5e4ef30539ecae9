/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.energy;

import org.jspecify.annotations.NullMarked;
