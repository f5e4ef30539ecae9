/** Tests of the line to the safety microcontroller. */
@NullMarked
package energy.ebbflow.hal.serial;

import org.jspecify.annotations.NullMarked;
