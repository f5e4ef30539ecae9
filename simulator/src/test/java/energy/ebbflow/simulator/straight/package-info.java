@NullMarked
package energy.ebbflow.simulator.straight;

import org.jspecify.annotations.NullMarked;
