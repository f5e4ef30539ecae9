/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.display;

import org.jspecify.annotations.NullMarked;
