/** Tests. */
@NullMarked
package energy.ebbflow.firmware.circuit;

import org.jspecify.annotations.NullMarked;
