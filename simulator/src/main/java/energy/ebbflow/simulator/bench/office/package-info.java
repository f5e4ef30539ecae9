/** A back office that measures and counts: one thread, real sockets, whatever clerk answers. */
@NullMarked
package energy.ebbflow.simulator.bench.office;

import org.jspecify.annotations.NullMarked;
