/** ISO 15118-20: positioning and alignment for wireless charging. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import org.jspecify.annotations.NullMarked;
