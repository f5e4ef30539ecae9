/** Certificates: whom the station trusts, who it is itself, and how its own ones are renewed. */
@NullMarked
package energy.ebbflow.ocpp.certificate;

import org.jspecify.annotations.NullMarked;
