/** ISO 15118-20: low-frequency signals that position a vehicle for wireless charging. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import org.jspecify.annotations.NullMarked;
