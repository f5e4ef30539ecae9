/** What the processes of a run told about it, one event a line. */
@NullMarked
package energy.ebbflow.simulator.trace;

import org.jspecify.annotations.NullMarked;
