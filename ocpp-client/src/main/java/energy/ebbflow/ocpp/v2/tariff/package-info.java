/** OCPP 2.1 block I: tariffs that the station reckons with by itself. */
@NullMarked
package energy.ebbflow.ocpp.v2.tariff;

import org.jspecify.annotations.NullMarked;
