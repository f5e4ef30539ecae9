/** Tests. */
@NullMarked
package energy.ebbflow.firmware.vehicles;

import org.jspecify.annotations.NullMarked;
