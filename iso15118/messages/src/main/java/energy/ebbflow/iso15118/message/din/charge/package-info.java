/** DIN SPEC 70121: ChargeParameterDiscovery and PowerDelivery. */
@NullMarked
package energy.ebbflow.iso15118.message.din.charge;

import org.jspecify.annotations.NullMarked;
