/** Tests of the station's certificates. */
@NullMarked
package energy.ebbflow.ocpp.certificate;

import org.jspecify.annotations.NullMarked;
