/** Tariffs and costs of OCPP 2.x (block I). */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2.tariff;

import org.jspecify.annotations.NullMarked;
