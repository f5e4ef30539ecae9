/** Tests of the accounts that are kept while the firmware is killed. */
@NullMarked
package energy.ebbflow.simulator.bench.kills;

import org.jspecify.annotations.NullMarked;
