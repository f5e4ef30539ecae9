/** Tests of the energy decision. */
@NullMarked
package energy.ebbflow.firmware.power;

import org.jspecify.annotations.NullMarked;
