/** ISO 15118-20: pairing for wireless charging. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.wpt.pairing;

import org.jspecify.annotations.NullMarked;
