/** ISO 15118-20: the messages of wireless charging. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.wpt;

import org.jspecify.annotations.NullMarked;
