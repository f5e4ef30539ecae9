/** ISO 15118-2: authorisation and metering receipts. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.payment;

import org.jspecify.annotations.NullMarked;
