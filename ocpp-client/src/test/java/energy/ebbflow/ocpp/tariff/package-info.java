/** Tests of this package. */
@NullMarked
package energy.ebbflow.ocpp.tariff;

import org.jspecify.annotations.NullMarked;
