/** ISO 15118-20: the messages of charging with alternating current. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.ac;

import org.jspecify.annotations.NullMarked;
