@NullMarked
package energy.ebbflow.simulator.mcu;

import org.jspecify.annotations.NullMarked;
