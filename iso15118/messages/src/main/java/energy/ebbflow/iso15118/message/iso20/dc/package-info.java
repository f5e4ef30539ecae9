/** ISO 15118-20: the messages of charging with direct current. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.dc;

import org.jspecify.annotations.NullMarked;
