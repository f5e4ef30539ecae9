/** The link to a back office over OCPP: {@link energy.ebbflow.ocpp.OcppBackOffice}. */
@NullMarked
package energy.ebbflow.ocpp;

import org.jspecify.annotations.NullMarked;
