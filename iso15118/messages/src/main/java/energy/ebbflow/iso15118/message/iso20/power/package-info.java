/** ISO 15118-20: PowerDelivery. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.power;

import org.jspecify.annotations.NullMarked;
