@NullMarked
package energy.ebbflow.simulator.circuit;

import org.jspecify.annotations.NullMarked;
