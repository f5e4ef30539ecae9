/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.json;

import org.jspecify.annotations.NullMarked;
