/** Tests. */
@NullMarked
package energy.ebbflow.firmware.journal;

import org.jspecify.annotations.NullMarked;
