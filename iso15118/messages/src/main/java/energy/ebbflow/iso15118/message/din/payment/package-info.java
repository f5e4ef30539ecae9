/** DIN SPEC 70121: authorisation and metering receipts. */
@NullMarked
package energy.ebbflow.iso15118.message.din.payment;

import org.jspecify.annotations.NullMarked;
