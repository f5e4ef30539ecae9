/** The firmware is killed again and again while a back office counts. */
@NullMarked
package energy.ebbflow.simulator.bench.kills;

import org.jspecify.annotations.NullMarked;
