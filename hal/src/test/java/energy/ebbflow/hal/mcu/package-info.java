/** Tests of the line to the safety microcontroller. */
@NullMarked
package energy.ebbflow.hal.mcu;

import org.jspecify.annotations.NullMarked;
