/** Tests. */
@NullMarked
package energy.ebbflow.firmware.evse.basic;

import org.jspecify.annotations.NullMarked;
