/** ISO 15118-20: the control modes of the DC charge loop. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.dc.control;

import org.jspecify.annotations.NullMarked;
