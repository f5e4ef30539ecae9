/** ISO 15118-2: ChargeParameterDiscovery and PowerDelivery. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.charge;

import org.jspecify.annotations.NullMarked;
