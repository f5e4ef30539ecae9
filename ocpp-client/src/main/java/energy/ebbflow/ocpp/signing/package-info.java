/** Signed meter values: the station's key and the data set that is signed (OCMF 1.0). */
@NullMarked
package energy.ebbflow.ocpp.signing;

import org.jspecify.annotations.NullMarked;
