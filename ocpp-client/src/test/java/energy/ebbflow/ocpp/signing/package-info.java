/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.signing;

import org.jspecify.annotations.NullMarked;
