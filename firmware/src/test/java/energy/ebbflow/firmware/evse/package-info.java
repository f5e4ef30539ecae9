/** Tests. */
@NullMarked
package energy.ebbflow.firmware.evse;

import org.jspecify.annotations.NullMarked;
