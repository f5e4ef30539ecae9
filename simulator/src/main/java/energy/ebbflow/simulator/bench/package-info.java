/** The run itself: three processes, two network namespaces, one clock, one verdict. */
@NullMarked
package energy.ebbflow.simulator.bench;

import org.jspecify.annotations.NullMarked;
