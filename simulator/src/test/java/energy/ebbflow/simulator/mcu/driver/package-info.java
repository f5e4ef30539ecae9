@NullMarked
package energy.ebbflow.simulator.mcu.driver;

import org.jspecify.annotations.NullMarked;
