/** Tests. */
@NullMarked
package energy.ebbflow.firmware.supervisor;

import org.jspecify.annotations.NullMarked;
