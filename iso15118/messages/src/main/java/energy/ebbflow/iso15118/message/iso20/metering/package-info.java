/** ISO 15118-20: MeteringConfirmation. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.metering;

import org.jspecify.annotations.NullMarked;
