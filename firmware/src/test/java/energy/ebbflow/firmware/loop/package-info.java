/** Tests. */
@NullMarked
package energy.ebbflow.firmware.loop;

import org.jspecify.annotations.NullMarked;
