/** Tests. */
@NullMarked
package energy.ebbflow.firmware.evse.dc;

import org.jspecify.annotations.NullMarked;
