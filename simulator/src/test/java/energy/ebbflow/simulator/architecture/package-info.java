/** The rules of the house, as tests. */
@NullMarked
package energy.ebbflow.simulator.architecture;

import org.jspecify.annotations.NullMarked;
