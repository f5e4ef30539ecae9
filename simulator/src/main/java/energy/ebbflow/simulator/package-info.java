/** To be written. */
@NullMarked
package energy.ebbflow.simulator;

import org.jspecify.annotations.NullMarked;
