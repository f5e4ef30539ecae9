/** The security whitepaper of OCPP 1.6: certificates, logs, signed firmware. */
@NullMarked
package energy.ebbflow.ocpp.v16.security;

import org.jspecify.annotations.NullMarked;
