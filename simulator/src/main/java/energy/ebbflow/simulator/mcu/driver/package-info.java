/** The reference microcontroller as a program: its line, its hardware, its meter, its events. */
@NullMarked
package energy.ebbflow.simulator.mcu.driver;

import org.jspecify.annotations.NullMarked;
