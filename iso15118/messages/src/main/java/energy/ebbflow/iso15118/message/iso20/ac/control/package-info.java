/** ISO 15118-20: the control modes of the AC charge loop. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.ac.control;

import org.jspecify.annotations.NullMarked;
