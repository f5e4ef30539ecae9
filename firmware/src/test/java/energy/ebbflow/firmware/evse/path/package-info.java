/** Tests. */
@NullMarked
package energy.ebbflow.firmware.evse.path;

import org.jspecify.annotations.NullMarked;
