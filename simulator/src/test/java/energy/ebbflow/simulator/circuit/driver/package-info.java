@NullMarked
package energy.ebbflow.simulator.circuit.driver;

import org.jspecify.annotations.NullMarked;
