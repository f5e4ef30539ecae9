/** Tests of the back office that measures and counts. */
@NullMarked
package energy.ebbflow.simulator.bench.office;

import org.jspecify.annotations.NullMarked;
