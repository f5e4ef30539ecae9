/** Tests. */
@NullMarked
package energy.ebbflow.firmware.evse.measure;

import org.jspecify.annotations.NullMarked;
