/** Certificates of the station and of those whom it trusts, OCPP 2.0.1 and 2.1 (blocks A and M). */
@NullMarked
package energy.ebbflow.ocpp.v2.certificate;

import org.jspecify.annotations.NullMarked;
